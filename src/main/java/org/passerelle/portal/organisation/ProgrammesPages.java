package org.passerelle.portal.organisation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.passerelle.identity.SignedIn;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.portal.Acting;
import org.passerelle.portal.organisation.OrganisationPage.ProgrammeRow;
import org.passerelle.portal.organisation.ProgrammeViews.Typed;
import org.passerelle.programme.Wishes;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Notice;
import org.passerelle.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Every partner's programme, eligible or not and why (ELI-01, ELI-02).
@Controller
public class ProgrammesPages {
    private final Organisations organisations;
    private final Acting acting;
    private final ProgrammeViews views;
    private final Wishes wishes;

    ProgrammesPages(
            Organisations organisations, Acting acting, ProgrammeViews views, Wishes wishes) {
        this.organisations = organisations;
        this.acting = acting;
        this.views = views;
        this.wishes = wishes;
    }

    /// All programmes of the office.
    public record ProgrammesPage(List<ProgrammeRow> programmes, long open) {}

    @GetMapping("/organisation/programmes")
    String all(
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            Words words,
            Model model) {
        var id = acting.as(MemberRole.READER, who, request);
        var organisation = organisations.get(id);
        var rows = views.rows(organisation, views.entitlements(organisation), words);
        var open = rows.stream().filter(ProgrammeViews::isOpen).count();
        model.addAttribute("page", new ProgrammesPage(rows, open));
        return "portal/organisation/programmes";
    }

    @GetMapping("/organisation/programmes/{programme}")
    String one(
            @PathVariable ProgrammeId programme,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            Words words,
            Model model) {
        return one(programme, who, request, Form.empty(), FormErrors.none(), words, model);
    }

    private String one(
            ProgrammeId programme,
            SignedIn who,
            HttpServletRequest request,
            Form form,
            FormErrors errors,
            Words words,
            Model model) {
        var id = acting.as(MemberRole.READER, who, request);
        var may =
                acting.of(who, request)
                        .filter(membership -> membership.role().mayActAs(MemberRole.ORDERER))
                        .isPresent();
        var page =
                views.page(id, programme, new Typed(form, errors, may), words)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("page", page);
        return "portal/organisation/programme";
    }

    /// Says how a programme would help, or says it anew (ELI-06).
    @PostMapping("/organisation/programmes/{programme}/wish")
    String wish(
            @PathVariable ProgrammeId programme,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response,
            Form form,
            Words words,
            RedirectAttributes redirect,
            Model model) {
        var id = acting.as(MemberRole.ORDERER, who, request);
        var problem =
                switch (wishes.give(who.id(), id, programme, form.value("answer"))) {
                    case KEPT -> {
                        Notice.ok(words.get("eligibility.wish.kept")).showAfter(redirect);
                        yield "";
                    }
                    case NOT_REFUSED -> {
                        Notice.info(words.get("eligibility.wish.eligible")).showAfter(redirect);
                        yield "";
                    }
                    case EMPTY -> "eligibility.wish.empty";
                    case TOO_LONG -> "eligibility.wish.long";
                    case NO_SUCH_PROGRAMME ->
                            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                };
        if (problem.isEmpty()) {
            return "redirect:/organisation/programmes/" + programme;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var errors = FormErrors.none().with("answer", problem, Wishes.LONGEST_ANSWER);
        return one(programme, who, request, form, errors, words, model);
    }

    @PostMapping("/organisation/programmes/{programme}/wish/withdraw")
    String withdraw(
            @PathVariable ProgrammeId programme,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            Words words,
            RedirectAttributes redirect) {
        if (wishes.withdraw(acting.as(MemberRole.ORDERER, who, request), programme)) {
            Notice.ok(words.get("eligibility.wish.withdrawn")).showAfter(redirect);
        }
        return "redirect:/organisation/programmes/" + programme;
    }
}
