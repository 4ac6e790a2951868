package org.passerelle.backoffice.membership;

import java.util.List;
import java.util.Locale;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.backoffice.TodayCards;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Duplicates;
import org.passerelle.organisation.HandOverId;
import org.passerelle.organisation.JoinRequestId;
import org.passerelle.organisation.MemberOutcome;
import org.passerelle.organisation.Members;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.ui.Submission;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// What waits for staff about members: requests to join that a holder left unanswered (ACC-06),
/// registrations that are near certainly duplicates (ORG-03), holders being replaced (ACC-05).
@Controller
@RequestMapping(MembershipPages.PATH)
@Order(2)
class MembershipPages implements TodayCards {
    static final String PATH = "/staff/membership";

    private final Members members;
    private final Duplicates duplicates;
    private final MembershipViews views;

    MembershipPages(Members members, Duplicates duplicates, MembershipViews views) {
        this.members = members;
        this.duplicates = duplicates;
        this.views = views;
    }

    @GetMapping
    String waiting(Frame frame, Model model) {
        model.addAttribute("page", views.page(StaffOffice.of(frame), frame));
        return "backoffice/membership/waiting";
    }

    @PostMapping("/joins/{id}")
    String answerJoin(
            @PathVariable JoinRequestId id,
            @RequestParam boolean accept,
            @AuthenticationPrincipal SignedIn who,
            Submission posted) {
        return after(members.answerJoin(staff(who), id, accept), posted);
    }

    @PostMapping("/duplicates")
    String decide(
            @RequestParam OrganisationId organisation,
            @RequestParam OrganisationId other,
            @RequestParam boolean same,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn who,
            Submission posted) {
        if (reason.isBlank()) {
            return refused("reason-missing", posted);
        }
        return duplicates.decide(staff(who), organisation, other, same, reason)
                ? posted.done(PATH, same ? "member.staff.same.done" : "member.staff.distinct.done")
                : refused("not-open", posted);
    }

    @PostMapping("/replacements/{id}/withdraw")
    String withdraw(
            @PathVariable HandOverId id, @AuthenticationPrincipal SignedIn who, Submission posted) {
        return after(members.withdrawReplacement(staff(who), id), posted);
    }

    private static String after(MemberOutcome outcome, Submission posted) {
        return outcome instanceof MemberOutcome.Refused(var reason)
                ? posted.lead(PATH, Notice.bad(posted.frame().word(key(reason))))
                : posted.done(PATH, "member.done");
    }

    private static String refused(String why, Submission posted) {
        return posted.lead(PATH, Notice.bad(posted.frame().word("member.refused." + why)));
    }

    static String key(MemberOutcome.Reason reason) {
        return "member.refused." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Actor.Staff staff(SignedIn who) {
        if (who.actor() instanceof Actor.Staff staff) {
            return staff;
        }
        throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }

    @Override
    public List<Card> of(SignedIn who, OfficeId office, Frame frame) {
        if (!who.has(Role.REVIEWER) && !who.has(Role.SUPPORT) && !who.has(Role.ADMINISTRATOR)) {
            return List.of();
        }
        return List.of(
                card(frame, "joins", views.joinsForStaff(office)),
                card(frame, "held", duplicates.held(office).size()),
                card(frame, "asked", views.asked(office)));
    }

    private static Card card(Frame frame, String part, long count) {
        return new Card(
                frame.word("member.staff." + part + ".title"),
                count,
                frame.word("member.staff." + part + ".hint"),
                count == 0 ? "mute" : "info",
                PATH + "#" + part);
    }
}
