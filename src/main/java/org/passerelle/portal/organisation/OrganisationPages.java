package org.passerelle.portal.organisation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Members;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.portal.Acting;
import org.passerelle.portal.ServingOffice;
import org.passerelle.portal.organisation.OrganisationPage.Badge;
import org.passerelle.ui.Frame;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// "My organisation" (ORG-08), and which of several to act for.
@Controller
public class OrganisationPages {
    private final Organisations organisations;
    private final Members members;
    private final OrganisationViews views;
    private final JoinAskViews asks;
    private final CaseProgress progress;
    private final MembersToAnswer toAnswer;
    private final Acting acting;
    private final Starting starting;
    private final ServingOffice serving;

    OrganisationPages(
            Organisations organisations,
            Members members,
            OrganisationViews views,
            JoinAskViews asks,
            CaseProgress progress,
            MembersToAnswer toAnswer,
            Acting acting,
            Starting starting,
            ServingOffice serving) {
        this.organisations = organisations;
        this.members = members;
        this.views = views;
        this.asks = asks;
        this.progress = progress;
        this.toAnswer = toAnswer;
        this.acting = acting;
        this.starting = starting;
        this.serving = serving;
    }

    /// The person's organisations.
    public record SwitchPage(List<Mine> mine) {
        public record Mine(String id, String name, String role, Badge badge, boolean current) {}
    }

    @GetMapping("/organisation")
    String mine(
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var membership = acting.of(who, request);
        if (membership.isEmpty()) {
            if (!members.invitationsFor(who.person()).isEmpty()) {
                return "redirect:/organisation/waiting";
            }
            var open = new ArrayList<>(toAnswer.coming(who.id(), frame));
            open.addAll(asks.open(who.id(), frame));
            model.addAttribute("page", starting.page(frame, request).with(open));
            return Starting.TEMPLATE;
        }
        var organisation = serving.organisation(request).orElseThrow();
        var role = membership.get().role();
        model.addAttribute("page", views.page(organisation, role, who.id(), frame));
        return "portal/organisation/organisation";
    }

    @GetMapping("/organisations")
    String all(
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var current = acting.of(who, request).map(one -> one.organisation());
        var mine =
                organisations.organisationsOf(who.id()).stream()
                        .map(one -> {
                            var organisation = organisations.get(one.organisation());
                            return new SwitchPage.Mine(
                                    organisation.id().toString(),
                                    name(organisation, frame),
                                    frame.word(
                                            "organisation.role."
                                                    + one.role().name().toLowerCase(Locale.ROOT)),
                                    progress.badge(organisation, frame.words()),
                                    current.filter(organisation.id()::equals).isPresent());
                        })
                        .toList();
        model.addAttribute("page", new SwitchPage(mine));
        return "portal/organisation/switch";
    }

    @PostMapping("/organisations")
    String choose(
            @RequestParam OrganisationId organisation,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (organisations.may(who.id(), organisation).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Acting.choose(organisation, request, response);
        return "redirect:/organisation";
    }

    private static String name(Organisation organisation, Frame frame) {
        return organisation.name().isEmpty()
                ? frame.word("organisation.page.unnamed")
                : organisation.name();
    }
}
