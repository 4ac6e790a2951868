package org.passerelle.portal.organisation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.SubmitOutcome;
import org.passerelle.portal.Acting;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.ui.Submission;
import org.passerelle.verification.AnswerOutcome;
import org.passerelle.verification.AttachOutcome;
import org.passerelle.verification.ContestOutcome;
import org.passerelle.verification.EvidenceId;
import org.passerelle.verification.QuestionId;
import org.passerelle.verification.TryAgainOutcome;
import org.passerelle.verification.Verification;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The organisation's case, and what its account holder does about it.
@Controller
@RequestMapping(CasePages.PATH)
class CasePages {
    static final String PATH = "/organisation/case";

    private static final String ANSWER = "answer.";
    private static final String TYPED = "typed-answers";
    private static final String HERE = "redirect:" + PATH;

    private final Organisations organisations;
    private final Verification verification;
    private final Acting acting;
    private final CaseViews views;

    CasePages(
            Organisations organisations,
            Verification verification,
            Acting acting,
            CaseViews views) {
        this.organisations = organisations;
        this.verification = verification;
        this.acting = acting;
        this.views = views;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var id = acting.as(MemberRole.READER, who, request);
        if (verification.caseOf(id).isEmpty()) {
            return "redirect:/organisation/registration";
        }
        return page(id, who, frame, request, typed(model), FormErrors.none(), model);
    }

    /// The answers that [#back] sent along.
    private static Form typed(Model model) {
        var answers = new LinkedHashMap<String, String>();
        if (!(model.getAttribute(TYPED) instanceof Map<?, ?> typed)) {
            return Form.empty();
        }
        typed.forEach((name, answer) -> answers.put(String.valueOf(name), String.valueOf(answer)));
        return Form.of(answers);
    }

    /// Back to the page, which a reload does not post again; answers that were typed and not sent
    /// come along.
    private static String back(Submission sent) {
        var answers = new LinkedHashMap<String, String>();
        typed(sent.form()).forEach(name -> answers.put(name, sent.form().value(name)));
        if (!answers.isEmpty()) {
            sent.redirect().addFlashAttribute(TYPED, answers);
        }
        return HERE;
    }

    /// Answers and their documents go in one press: a document that is not taken sends nothing and
    /// comes back with all that was typed.
    @PostMapping("/answers")
    String answer(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) List<MultipartFile> file,
            @AuthenticationPrincipal SignedIn who,
            Submission sent)
            throws IOException {
        var id = holder(who, sent.request());
        var files = Attaching.given(file);
        var errors =
                files.isEmpty()
                        ? FormErrors.none()
                        : new Attaching(verification, who.actor(), id).all(kind, files);
        if (errors.any()) {
            return refused(id, who, sent.form(), errors, sent);
        }
        var answers = new HashMap<QuestionId, String>();
        for (var name : typed(sent.form())) {
            answers.put(QuestionId.of(name.substring(ANSWER.length())), sent.form().value(name));
        }
        var outcome = verification.answer(who.actor(), id, answers);
        return sent.lead(PATH, answered(outcome, !files.isEmpty(), sent.frame()));
    }

    private static Notice answered(AnswerOutcome outcome, boolean attached, Frame frame) {
        return switch (outcome) {
            case AnswerOutcome.Answered(var open) when open == 0 ->
                    Notice.ok(frame.word("verification.answered"));
            case AnswerOutcome.Answered(var open) when attached ->
                    Notice.info(frame.word("verification.answered.attached", open));
            case AnswerOutcome.Answered(var open) ->
                    Notice.info(frame.word("verification.answered.open", open));
            case AnswerOutcome.NothingAsked() ->
                    Notice.info(frame.word("verification.answered.nothing"));
        };
    }

    /// The fields of answers in which something was typed.
    private static List<String> typed(Form form) {
        return form.values().keySet().stream()
                .filter(name -> name.startsWith(ANSWER) && !form.trimmed(name).isEmpty())
                .toList();
    }

    /// Attaches. Answers typed beside come back, not yet sent.
    @PostMapping("/evidence")
    String attach(
            @RequestParam String kind,
            @RequestParam(required = false) List<MultipartFile> file,
            @AuthenticationPrincipal SignedIn who,
            Submission sent)
            throws IOException {
        var id = holder(who, sent.request());
        var errors =
                new Attaching(verification, who.actor(), id)
                        .all(kind, file == null ? List.of() : file);
        return errors.any() ? refused(id, who, sent.form(), errors, sent) : back(sent);
    }

    @PostMapping("/evidence/{evidence}/remove")
    String remove(
            @PathVariable EvidenceId evidence,
            @AuthenticationPrincipal SignedIn who,
            Submission sent) {
        verification.remove(who.actor(), holder(who, sent.request()), evidence);
        return back(sent);
    }

    @PostMapping("/withdraw")
    String withdraw(@AuthenticationPrincipal SignedIn who, HttpServletRequest request) {
        verification.withdraw(who.actor(), holder(who, request));
        return HERE;
    }

    /// Takes the case up again: to the registration where it can be corrected, else to the
    /// documents.
    @PostMapping("/again")
    String again(@AuthenticationPrincipal SignedIn who, Submission sent) {
        var id = holder(who, sent.request());
        return switch (verification.tryAgain(who.actor(), id)) {
            case TryAgainOutcome.Opened _ -> {
                // Drafts come last among a person's organisations: the one at hand stays at hand.
                Acting.choose(id, sent.request(), sent.response());
                yield organisations.get(id).isDraft()
                        ? "redirect:/organisation/registration/review"
                        : HERE;
            }
            case TryAgainOutcome.NotPossible(var why) ->
                    sent.lead(
                            PATH,
                            Notice.warn(sent.frame().word("verification.again." + why.name())));
        };
    }

    /// Contests the refusal, once. What is wrong comes back with all that was typed; files have to
    /// be chosen again, as browsers want it.
    @PostMapping("/contest")
    String contest(
            @RequestParam(required = false) List<MultipartFile> file,
            @AuthenticationPrincipal SignedIn who,
            Submission sent)
            throws IOException {
        var id = holder(who, sent.request());
        var documents = Attaching.documents(file == null ? List.of() : file);
        var outcome = verification.contest(who.actor(), id, sent.form().value("words"), documents);
        var errors =
                switch (outcome) {
                    case ContestOutcome.Opened _, ContestOutcome.NotPossible _ -> FormErrors.none();
                    case ContestOutcome.WordsMissing _ ->
                            FormErrors.none().with("words", "verification.contest.words.missing");
                    case ContestOutcome.WordsTooLong(var most) ->
                            FormErrors.none()
                                    .with("words", "verification.contest.words.long", most);
                    case ContestOutcome.DocumentRefused(var name, var why) ->
                            refused(name, why, documents.size());
                };
        if (errors.any()) {
            return refused(id, who, sent.form(), errors, sent);
        }
        return outcome instanceof ContestOutcome.NotPossible(var why)
                ? sent.lead(PATH, Notice.warn(sent.frame().word("verification.contest." + why)))
                : sent.done(PATH, "verification.contest.sent");
    }

    /// A contest goes whole or not at all: of several files none was kept.
    private static FormErrors refused(String name, AttachOutcome why, int files) {
        var errors = Attaching.add(FormErrors.none(), why, name);
        return files > 1 ? errors.with("file", "verification.contest.files-again") : errors;
    }

    /// Confirms the data of an organisation that stays qualified meanwhile.
    @PostMapping("/confirm")
    String confirm(@AuthenticationPrincipal SignedIn who, Submission sent) {
        var id = holder(who, sent.request());
        if (verification.submit(who.actor(), id)
                instanceof SubmitOutcome.Incomplete(var missing, _)) {
            var errors = FormErrors.none();
            for (var one : missing) {
                var link = RegistrationViews.link(one, sent.frame().words());
                errors = errors.with("file", "organisation.missing", link.text());
            }
            return refused(id, who, Form.empty(), errors, sent);
        }
        return sent.lead(PATH, CaseViews.submitted(verification.writesTo(id), sent.frame()));
    }

    private OrganisationId holder(SignedIn who, HttpServletRequest request) {
        return acting.as(MemberRole.HOLDER, who, request);
    }

    private String refused(
            OrganisationId id, SignedIn who, Form form, FormErrors errors, Submission sent) {
        sent.refuse();
        return page(id, who, sent.frame(), sent.request(), form, errors, sent.model());
    }

    private String page(
            OrganisationId id,
            SignedIn who,
            Frame frame,
            HttpServletRequest request,
            Form form,
            FormErrors errors,
            Model model) {
        var mayAct =
                acting.of(who, request)
                        .filter(membership -> membership.role() == MemberRole.HOLDER)
                        .isPresent();
        model.addAttribute("page", views.page(organisations.get(id), mayAct, form, frame, errors));
        return "portal/organisation/case";
    }
}
