package org.passerelle.backoffice.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Actor;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.ui.Submission;
import org.passerelle.verification.CaseId;
import org.passerelle.verification.CaseState;
import org.passerelle.verification.CaseView;
import org.passerelle.verification.CaseWords;
import org.passerelle.verification.NewQuestion;
import org.passerelle.verification.ReviewOutcome;
import org.passerelle.verification.Ruling;
import org.passerelle.verification.Verification;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The queue and the cases in it (VER-05). Support reads; reviewers and administrators act.
@Controller
@PreAuthorize("hasAnyRole('REVIEWER', 'SUPPORT', 'ADMINISTRATOR')")
class WorkPages {
    static final String ONE = QueueViews.PATH + "/{id}";

    private static final String MAY_REVIEW = "hasAnyRole('REVIEWER', 'ADMINISTRATOR')";

    private final Verification verification;
    private final Organisations organisations;
    private final Packs packs;
    private final QueueViews queue;
    private final WorkViews views;
    private final NextCase next;
    private final LetterViews letters;

    WorkPages(
            Verification verification,
            Organisations organisations,
            Packs packs,
            QueueViews queue,
            WorkViews views,
            NextCase next,
            LetterViews letters) {
        this.verification = verification;
        this.organisations = organisations;
        this.packs = packs;
        this.queue = queue;
        this.views = views;
        this.next = next;
        this.letters = letters;
    }

    @GetMapping(QueueViews.PATH)
    String queue(@AuthenticationPrincipal SignedIn who, Form form, Frame frame, Model model) {
        model.addAttribute("page", queue.page(form, who, frame));
        return "backoffice/verification/queue";
    }

    @GetMapping(ONE)
    String show(
            @PathVariable CaseId id,
            @AuthenticationPrincipal SignedIn who,
            Form form,
            Frame frame,
            Model model) {
        var view = view(id);
        var declared = organisations.get(view.organisation()).profile().statuses();
        var preset = form.with("statuses", declared.toArray(String[]::new));
        return page(view, who, preset, FormErrors.none(), frame, model);
    }

    /// Asks, qualifies or refuses, as `act` says; with something lacking the page comes back as it
    /// was typed.
    @PostMapping(ONE + "/decide")
    @PreAuthorize(MAY_REVIEW)
    String decide(
            @PathVariable CaseId id,
            @RequestParam(defaultValue = "") String act,
            @AuthenticationPrincipal SignedIn who,
            Submission posted) {
        var view = view(id);
        var form = posted.form();
        var words = form.trimmed("words");
        var reviewer = NextCase.reviewer(who);
        var actor = who.actor();
        var outcome =
                switch (act) {
                    case "ask" -> verification.ask(actor, id, reviewer, questions(view, form));
                    case "qualify" ->
                            verification.decide(
                                    actor,
                                    id,
                                    reviewer,
                                    new Ruling.Qualify(words, Set.copyOf(form.all("statuses"))));
                    case "refuse" ->
                            verification.decide(
                                    actor,
                                    id,
                                    reviewer,
                                    new Ruling.Refuse(form.all("reasons"), words));
                    default -> new ReviewOutcome.Lacking(List.of());
                };
        return switch (outcome) {
            case ReviewOutcome.Done _ -> onwards(view, act, who, posted);
            case ReviewOutcome.Lacking(var lacks) -> again(view, who, errors(lacks), posted);
            case ReviewOutcome.WrongState _ when isDoneAlready(view(id), act, words, who) ->
                    onwards(view, act, who, posted);
            case ReviewOutcome.NotYours _,
                    ReviewOutcome.WrongState _,
                    ReviewOutcome.OwnDecision _ -> {
                posted.response().setStatus(HttpStatus.CONFLICT.value());
                var model = posted.model();
                model.addAttribute("refused", ReviewAnswers.refusal(outcome, posted.frame()));
                yield page(view(id), who, form, FormErrors.none(), posted.frame(), model);
            }
        };
    }

    /// A button pressed twice, or once more after going back: what it asks for is done.
    private static boolean isDoneAlready(CaseView now, String act, String words, SignedIn who) {
        return switch (act) {
            case "ask" ->
                    now.state() == CaseState.INFORMATION_REQUESTED
                            && now.reviewer().filter(one -> one.id().equals(who.id())).isPresent()
                            && (words.isEmpty()
                                    || now.openQuestions().stream()
                                            .anyMatch(one -> one.text().equals(words)));
            case "qualify" -> now.state() == CaseState.QUALIFIED && isBy(now, who);
            case "refuse" -> now.state() == CaseState.REFUSED && isBy(now, who);
            default -> false;
        };
    }

    private static boolean isBy(CaseView now, SignedIn who) {
        return now.decision().filter(one -> one.by().id().equals(who.id())).isPresent();
    }

    /// Accepts or refuses the letter of a branch; the reader stays with the case (ORG-06).
    @PostMapping(ONE + "/letter")
    @PreAuthorize(MAY_REVIEW)
    String letter(
            @PathVariable CaseId id, @AuthenticationPrincipal SignedIn who, Submission posted) {
        var view = view(id);
        var form = posted.form();
        var outcome =
                verification.judgeLetter(
                        (Actor.Staff) who.actor(),
                        id,
                        NextCase.reviewer(who),
                        LetterViews.ruling(form));
        if (outcome instanceof ReviewOutcome.Lacking(var lacks)) {
            return again(view, who, LetterViews.errors(lacks), posted);
        }
        if (outcome instanceof ReviewOutcome.Done) {
            var done = form.value("verdict").equals("accept") ? "accepted" : "refused";
            return posted.done(ReviewAnswers.path(id), "branches.letter.done." + done);
        }
        return ReviewAnswers.after(outcome, id, posted);
    }

    /// The next case at once, and the reader's; the one just left stays one link away. With nothing
    /// left to do, the reader stays.
    private String onwards(CaseView left, String act, SignedIn who, Submission posted) {
        var frame = posted.frame();
        var addresses = verification.writesTo(left.organisation());
        var to = CaseWords.addresses(addresses, frame.words());
        var done = Notice.ok(frame.word("verification.done." + act, to));
        var back = frame.word("verification.done.back", String.valueOf(left.number()));
        return next.take(Optional.of(left), who, frame)
                .map(taken ->
                        posted.lead(
                                ReviewAnswers.path(taken.id()),
                                done.linked(back, ReviewAnswers.path(left.id()))))
                .orElseGet(() -> posted.lead(ReviewAnswers.path(left.id()), done));
    }

    /// Ready questions as ticked, in the organisation's language, and the free text as one more.
    private List<NewQuestion> questions(CaseView view, Form form) {
        var language = organisations.get(view.organisation()).profile().language();
        var questions = new ArrayList<NewQuestion>();
        for (var ready : packs.get(view.office()).office().qualification().questions()) {
            if (form.has("ready", ready.id())) {
                questions.add(new NewQuestion(Optional.of(ready.id()), ready.text().in(language)));
            }
        }
        if (!form.trimmed("words").isEmpty()) {
            questions.add(new NewQuestion(Optional.empty(), form.trimmed("words")));
        }
        return questions;
    }

    private static FormErrors errors(List<ReviewOutcome.Lack> lacks) {
        var errors =
                lacks.isEmpty()
                        ? FormErrors.none().with("act", "verification.lack.act")
                        : FormErrors.none();
        for (var lack : lacks) {
            errors =
                    switch (lack) {
                        case QUESTION -> errors.with("ready", "verification.lack.question");
                        case REASON -> errors.with("reasons", "verification.lack.reason");
                        case UNKNOWN_REASON ->
                                errors.with("reasons", "verification.lack.unknown-reason");
                        case UNKNOWN_STATUS -> errors.with("statuses", "verification.lack.status");
                        case LETTER -> errors.with("act", "verification.lack.letter");
                        case TEXT_TOO_LONG -> errors.with("words", "verification.lack.too-long");
                    };
        }
        return errors;
    }

    /// The page as it was typed, with what it lacks.
    private String again(CaseView view, SignedIn who, FormErrors errors, Submission posted) {
        posted.refuse();
        return page(view, who, posted.form(), errors, posted.frame(), posted.model());
    }

    private String page(
            CaseView view, SignedIn who, Form form, FormErrors errors, Frame frame, Model model) {
        model.addAttribute("page", views.page(view, who, form, errors, frame));
        letters.of(view, who, form, errors, frame)
                .ifPresent(panel -> model.addAttribute("letter", panel));
        return "backoffice/verification/work";
    }

    private CaseView view(CaseId id) {
        return verification
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
