package org.passerelle.portal.organisation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Branches;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Field;
import org.passerelle.organisation.Field.Step;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office;
import org.passerelle.portal.Acting;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Branches without a number of their own: how one registers, and what parent and branch see of
/// each other (ORG-06).
@Controller
class BranchPages {
    static final String PATH = "/organisation/branches";

    private final Branches branches;
    private final Organisations organisations;
    private final BranchViews views;
    private final Acting acting;
    private final Packs packs;

    BranchPages(
            Branches branches,
            Organisations organisations,
            BranchViews views,
            Acting acting,
            Packs packs) {
        this.branches = branches;
        this.organisations = organisations;
        this.views = views;
        this.acting = acting;
        this.packs = packs;
    }

    @GetMapping(PATH)
    String show(
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        return page(who, Form.empty(), FormErrors.none(), frame, request, model);
    }

    /// Begins the registration of a branch. Whoever holds the account of a registered organisation
    /// and begins one here registers a branch of that organisation.
    @PostMapping(PATH)
    String register(
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response) {
        var office = BranchViews.officeOf(frame);
        var reader = acting.of(who, request);
        var parent =
                reader.filter(one -> one.role() == MemberRole.HOLDER)
                        .map(one -> organisations.get(one.organisation()))
                        .filter(one -> !one.isDraft() && one.profile().branchOf().isEmpty());
        var id =
                blank(who, office)
                        .orElseGet(() -> organisations.start(who.actor(), who.id(), office));
        organisations.save(who.actor(), id, draft(parent, packs.get(office).office()));
        Acting.choose(id, request, response);
        return "redirect:" + RegistrationViews.PATH + Step.IDENTITY.code();
    }

    /// A registration of which nothing is filled in yet is taken up again.
    private Optional<OrganisationId> blank(SignedIn who, OfficeId office) {
        return organisations.organisationsOf(who.id()).stream()
                .filter(one -> one.role() == MemberRole.HOLDER)
                .map(one -> organisations.get(one.organisation()))
                .filter(one -> one.isDraft() && one.name().isEmpty())
                .filter(one -> one.office().equals(office))
                .map(Organisation::id)
                .findFirst();
    }

    private static Draft draft(Optional<Organisation> parent, Office office) {
        var draft = Draft.empty().with(Field.BRANCH.code(), Field.YES);
        if (parent.isEmpty()) {
            return draft;
        }
        var profile = parent.get().profile();
        for (var form : profile.form().stream().toList()) {
            draft = draft.with(Field.FORM.code(), form);
        }
        for (var number :
                profile.numbers(office.ownIdentifiersFirst()).stream().limit(1).toList()) {
            draft = draft.with(Field.PARENT_NUMBER.code(), number);
        }
        return draft.with(Field.PARENT_NAME.code(), profile.legalName());
    }

    /// "This is not ours": staff looks at it.
    @PostMapping(PATH + "/{branch}/not-ours")
    String disown(
            @PathVariable OrganisationId branch,
            @AuthenticationPrincipal SignedIn who,
            Form form,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var parent = acting.as(MemberRole.HOLDER, who, request);
        var holder = new Actor.Member(who.id(), who.person().name());
        switch (branches.disown(holder, parent, branch, form.trimmed("words"))) {
            case TOLD -> Notice.ok(frame.word("branches.not-ours.told")).showAfter(redirect);
            case NOT_YOURS -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case WORDS_MISSING -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                var errors = FormErrors.none().with("words", "branches.not-ours.words.missing");
                var typed = form.with("branch", branch.toString());
                return page(who, typed, errors, frame, request, model);
            }
        }
        return "redirect:" + PATH;
    }

    private String page(
            SignedIn who,
            Form form,
            FormErrors errors,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("page", views.page(acting.of(who, request), form, errors, frame));
        return "portal/organisation/branches";
    }
}
