package org.passerelle.portal.organisation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.passerelle.document.Document;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.AskChangeOutcome;
import org.passerelle.organisation.ChangeItem;
import org.passerelle.organisation.ChangeRequest;
import org.passerelle.organisation.ChangeRequests;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Field;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.portal.Acting;
import org.passerelle.portal.Uploads;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What an organisation asks to have changed of what it cannot edit itself (ORG-04).
@Controller
@RequestMapping(ChangePages.PATH)
class ChangePages {
    static final String PATH = "/organisation/changes";

    private final ChangeRequests changes;
    private final Organisations organisations;
    private final Packs packs;
    private final Uploads uploads;
    private final Acting acting;
    private final ChangeViews views;

    ChangePages(
            ChangeRequests changes,
            Organisations organisations,
            Packs packs,
            Uploads uploads,
            Acting acting,
            ChangeViews views) {
        this.changes = changes;
        this.organisations = organisations;
        this.packs = packs;
        this.uploads = uploads;
        this.acting = acting;
        this.views = views;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        if (acting.of(who, request).isEmpty()) {
            return "redirect:/organisation";
        }
        var id = acting.as(MemberRole.READER, who, request);
        var may = isHolder(who, request) && !organisations.get(id).isDraft();
        model.addAttribute("page", views.list(id, may, frame));
        return "portal/organisation/changes";
    }

    /// The form begins with what is held today; `typed` may bring other values from a link. To
    /// members other than the holder the list says who may ask.
    @GetMapping("/new")
    String ask(
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            Form typed,
            HttpServletRequest request,
            Model model) {
        if (!isHolder(who, request)) {
            return "redirect:" + PATH;
        }
        var id = acting.as(MemberRole.HOLDER, who, request);
        if (organisations.get(id).isDraft()) {
            return "redirect:/organisation/registration";
        }
        var open = changes.openOf(id);
        if (open.isPresent()) {
            return "redirect:" + PATH + "/" + open.get().number();
        }
        var form = Form.of(changes.held(id));
        for (var field : typed.values().keySet()) {
            if (form.values().containsKey(field)) {
                form = form.with(field, typed.value(field));
            }
        }
        return form(id, form, FormErrors.none(), List.of(), frame, model);
    }

    @PostMapping
    String send(
            @RequestParam(required = false) List<MultipartFile> file,
            @AuthenticationPrincipal SignedIn who,
            Form form,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model)
            throws IOException {
        var id = acting.as(MemberRole.HOLDER, who, request);
        var bounds = packs.get(organisations.get(id).office()).office().documents();
        var by = Optional.of(who.id());
        var brought = uploads.take(by, form, file == null ? List.of() : file, bounds);
        var outcome =
                brought.errors().any()
                        ? check(who, id, form)
                        : changes.ask(
                                who.actor(),
                                who.id(),
                                id,
                                typed(form),
                                form.value("words"),
                                brought.ids());
        var errors = brought.errors();
        switch (outcome) {
            case AskChangeOutcome.Asked(var number) -> {
                Notice.ok(frame.word("changes.asked", "" + number)).showAfter(redirect);
                return "redirect:" + PATH + "/" + number;
            }
            case AskChangeOutcome.AlreadyOpen(var number) -> {
                Notice.info(frame.word("changes.already-open", "" + number)).showAfter(redirect);
                return "redirect:" + PATH + "/" + number;
            }
            case AskChangeOutcome.StillADraft() -> {
                return "redirect:/organisation/registration";
            }
            case AskChangeOutcome.NotTaken refused ->
                    errors = ChangeViews.errors(refused, frame.words()).and(errors);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(id, form, errors, brought.documents(), frame, model);
    }

    /// What would be wrong with the form besides its files: without evidence nothing is taken.
    private AskChangeOutcome check(SignedIn who, OrganisationId id, Form form) {
        var outcome =
                changes.ask(who.actor(), who.id(), id, typed(form), form.value("words"), List.of());
        return outcome instanceof AskChangeOutcome.NotTaken refused
                ? new AskChangeOutcome.NotTaken(
                        refused.faults(),
                        refused.missing(),
                        refused.taken(),
                        refused.nothingChanges(),
                        false)
                : outcome;
    }

    private static Draft typed(Form form) {
        var typed = new LinkedHashMap<String, List<String>>();
        form.values()
                .forEach((name, values) -> {
                    if (isOurs(name)) {
                        typed.put(name, values);
                    }
                });
        return new Draft(typed);
    }

    private static boolean isOurs(String field) {
        return field.startsWith(Field.identifier(""))
                || List.of(
                                ChangeItem.LEGAL_NAME,
                                ChangeItem.FORM,
                                ChangeItem.ADDRESS,
                                ChangeItem.OFFICIAL_EMAIL,
                                ChangeItem.BUDGET)
                        .stream()
                        .anyMatch(item -> item.fields().contains(field));
    }

    private String form(
            OrganisationId id,
            Form form,
            FormErrors errors,
            List<Document> documents,
            Frame frame,
            Model model) {
        model.addAttribute("page", views.form(id, form, errors, documents, frame));
        return "portal/organisation/change-new";
    }

    @GetMapping("/{number}")
    String one(
            @PathVariable long number,
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var change = mine(number, acting.as(MemberRole.READER, who, request));
        model.addAttribute("page", views.one(change, isHolder(who, request), frame));
        return "portal/organisation/change";
    }

    @PostMapping("/{number}/withdraw")
    String withdraw(
            @PathVariable long number,
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var id = acting.as(MemberRole.HOLDER, who, request);
        mine(number, id);
        if (changes.withdraw(who.actor(), id, number)) {
            Notice.ok(frame.word("changes.withdrawn")).showAfter(redirect);
        }
        return "redirect:" + PATH + "/" + number;
    }

    /// Another organisation's request is as unknown as one that never was.
    private ChangeRequest mine(long number, OrganisationId id) {
        return changes.find(number)
                .filter(one -> one.organisation().equals(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private boolean isHolder(SignedIn who, HttpServletRequest request) {
        return acting.of(who, request).filter(one -> one.role() == MemberRole.HOLDER).isPresent();
    }
}
