package org.passerelle.portal.organisation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.LegalNumberScheme;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Field;
import org.passerelle.organisation.Field.Step;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Missing;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.SaveOutcome;
import org.passerelle.organisation.SubmitOutcome;
import org.passerelle.portal.Acting;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.ui.Submission;
import org.passerelle.verification.EvidenceId;
import org.passerelle.verification.Verification;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Registration, step by step: each post is kept as typed, right or wrong (ORG-01, ORG-02).
@Controller
@RequestMapping("/organisation/registration")
class RegistrationPages {
    private final Organisations organisations;
    private final Verification verification;
    private final Starting starting;
    private final Acting acting;
    private final RegistrationViews views;

    RegistrationPages(
            Organisations organisations,
            Verification verification,
            Starting starting,
            Acting acting,
            RegistrationViews views) {
        this.organisations = organisations;
        this.verification = verification;
        this.starting = starting;
        this.acting = acting;
        this.views = views;
    }

    /// Goes on where it was left, or says how to begin.
    @GetMapping
    String resume(
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var draft =
                acting.of(who, request)
                        .filter(membership -> membership.role() == MemberRole.HOLDER)
                        .flatMap(membership -> organisations.find(membership.organisation()))
                        .filter(Organisation::isDraft);
        if (draft.isEmpty()) {
            return startAnew(frame, request, model);
        }
        var first =
                Stream.concat(
                                verification.missing(draft.get().id()).stream().map(Missing::step),
                                organisations.faults(draft.get().id()).stream()
                                        .map(fault -> Field.stepOf(fault.field())))
                        .min(Comparator.naturalOrder())
                        .orElse(Step.REVIEW);
        return redirect(first);
    }

    /// Begins with another organisation, whatever registrations the person has already.
    @GetMapping("/new")
    String startAnew(Frame frame, HttpServletRequest request, Model model) {
        model.addAttribute("page", starting.page(frame, request));
        return Starting.TEMPLATE;
    }

    /// Begins a registration with the office that serves the country; a blank one with that office
    /// that the person already has is taken up again.
    @PostMapping
    String start(
            @AuthenticationPrincipal SignedIn who,
            Form form,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var pack = starting.officeFor(form, request);
        if (pack.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", starting.refused(form, frame));
            return Starting.TEMPLATE;
        }
        var office = pack.get().id();
        var blank =
                organisations.organisationsOf(who.id()).stream()
                        .filter(membership -> membership.role() == MemberRole.HOLDER)
                        .map(membership -> organisations.get(membership.organisation()))
                        .filter(one -> one.isDraft() && one.name().isEmpty())
                        .filter(one -> one.office().equals(office))
                        .map(Organisation::id)
                        .findFirst();
        var id = blank.orElseGet(() -> organisations.start(who.actor(), who.id(), office));
        Acting.choose(id, request, response);
        return redirect(Step.IDENTITY);
    }

    @GetMapping("/{step}")
    String show(
            @PathVariable String step,
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        return page(draft(who, request), step(step), frame, FormErrors.none(), model);
    }

    /// Keeps a step. `go` says where to next; with something wrong on it the step is shown again.
    @PostMapping("/{step}")
    String save(
            @PathVariable String step,
            @RequestParam(defaultValue = "next") String go,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean byItself,
            @AuthenticationPrincipal SignedIn who,
            Submission sent) {
        var form = sent.form();
        var current = step(step);
        var organisation = draft(who, sent.request());
        var typed = typed(current, form);
        var tab = Tab.of(current, typed, form, byItself);
        var saved = organisations.save(who.actor(), organisation.id(), typed, tab.seen());
        if (!(saved instanceof SaveOutcome.Saved(_, var clashes))) {
            return "redirect:" + CasePages.PATH;
        }
        if (byItself || !clashes.isEmpty()) {
            var status = byItself ? HttpStatus.OK : HttpStatus.CONFLICT;
            sent.response().setStatus(status.value());
            var errors = FormErrors.none();
            var draft = organisations.get(organisation.id());
            sent.model()
                    .addAttribute(
                            "page", views.page(draft, tab.with(clashes), sent.frame(), errors));
            return template(current);
        }
        if (go.equals("later")) {
            return sent.done("/organisation", "organisation.registration.kept");
        }
        if (go.equals("stay")) {
            return redirect(current);
        }
        var changed = organisations.get(organisation.id());
        var page = views.page(changed, current, sent.frame(), FormErrors.none());
        if (page.errors().any() || (current == Step.IDENTIFIERS && page.taken().isPresent())) {
            sent.refuse();
            sent.model().addAttribute("page", page);
            return template(current);
        }
        return redirect(page.next());
    }

    @PostMapping("/evidence/file")
    String attach(
            @RequestParam String kind,
            @RequestParam(required = false) List<MultipartFile> file,
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        var organisation = draft(who, request);
        var attaching = new Attaching(verification, who.actor(), organisation.id());
        var errors = attaching.all(kind, file == null ? List.of() : file);
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("kind", kind);
            return page(organisation, Step.EVIDENCE, frame, errors, model);
        }
        return redirect(Step.EVIDENCE);
    }

    @PostMapping("/evidence/{id}/remove")
    String remove(
            @PathVariable EvidenceId id,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request) {
        verification.remove(who.actor(), draft(who, request).id(), id);
        return redirect(Step.EVIDENCE);
    }

    @PostMapping("/submit")
    String submit(@AuthenticationPrincipal SignedIn who, Submission sent) {
        var frame = sent.frame();
        var organisation = draft(who, sent.request());
        return switch (verification.submit(who.actor(), organisation.id())) {
            case SubmitOutcome.Submitted _, SubmitOutcome.AlreadySubmitted _ ->
                    sent.lead(
                            CasePages.PATH,
                            CaseViews.submitted(verification.writesTo(organisation.id()), frame));
            case SubmitOutcome.Incomplete(var missing, var faults) -> {
                sent.refuse();
                // The fields stand on other pages: every line leads to the list that leads there.
                var errors = FormErrors.none();
                for (var fault : faults) {
                    var text = FaultWords.text(fault, frame.words());
                    errors = errors.with("missing", "organisation.wrong", text);
                }
                var taken = views.taken(organisation, frame.words());
                if (taken.isPresent()) {
                    var text = RegistrationViews.link(taken.get(), frame.words()).text();
                    errors = errors.with("missing", "organisation.wrong", text);
                }
                for (var one : missing) {
                    var link = RegistrationViews.link(one, frame.words());
                    errors = errors.with("missing", "organisation.missing", link.text());
                }
                yield page(organisation, Step.REVIEW, frame, errors, sent.model());
            }
            case SubmitOutcome.Held() ->
                    sent.lead(path(Step.REVIEW), Notice.warn(frame.word("member.held.notice")));
            case SubmitOutcome.FoundSame() -> redirect(Step.REVIEW);
            case SubmitOutcome.AlreadyRegistered _ -> {
                sent.response().setStatus(HttpStatus.CONFLICT.value());
                yield page(organisation, Step.IDENTIFIERS, frame, FormErrors.none(), sent.model());
            }
        };
    }

    private String page(
            Organisation organisation, Step step, Frame frame, FormErrors errors, Model model) {
        model.addAttribute("page", views.page(organisation, step, frame, errors));
        return template(step);
    }

    /// All fields of the step, so that what was emptied or unticked is emptied.
    private static Draft typed(Step step, Form form) {
        var values = new LinkedHashMap<String, List<String>>();
        Field.of(step).forEach(field -> values.put(field.code(), form.all(field.code())));
        if (step == Step.IDENTIFIERS) {
            Stream.of(LegalNumberScheme.values())
                    .map(scheme -> Field.identifier(scheme.code()))
                    .filter(form.values()::containsKey)
                    .forEach(name -> values.put(name, form.all(name)));
        }
        return new Draft(values);
    }

    /// The back button, a reload and another window lead to pages of a registration that has been
    /// submitted meanwhile: there it goes on.
    @ExceptionHandler
    String submittedMeanwhile(NoLongerDraft gone, Frame frame, RedirectAttributes redirect) {
        Notice.warn(frame.word("organisation.registration.over")).showAfter(redirect);
        return "redirect:" + CasePages.PATH;
    }

    /// The registration at hand has been submitted.
    private static final class NoLongerDraft extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// The draft the person holds; for anybody else there is none.
    private Organisation draft(SignedIn who, HttpServletRequest request) {
        var organisation = organisations.get(acting.as(MemberRole.HOLDER, who, request));
        if (!organisation.isDraft()) {
            throw new NoLongerDraft();
        }
        return organisation;
    }

    private static Step step(String code) {
        return Step.of(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String template(Step step) {
        return "portal/organisation/registration-" + step.code();
    }

    private static String redirect(Step step) {
        return "redirect:" + path(step);
    }

    private static String path(Step step) {
        return RegistrationViews.PATH + step.code();
    }
}
