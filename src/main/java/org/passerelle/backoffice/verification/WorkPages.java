package org.passerelle.backoffice.verification;

import jakarta.servlet.http.HttpServletResponse;
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
import org.passerelle.ui.SafeDownload;
import org.passerelle.verification.CaseId;
import org.passerelle.verification.CaseState;
import org.passerelle.verification.CaseView;
import org.passerelle.verification.ClaimOutcome;
import org.passerelle.verification.EvidenceId;
import org.passerelle.verification.NewQuestion;
import org.passerelle.verification.ReviewOutcome;
import org.passerelle.verification.Ruling;
import org.passerelle.verification.Verification;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The queue and the cases in it (VER-05). Support reads; reviewers and administrators act.
@Controller
@PreAuthorize("hasAnyRole('REVIEWER', 'SUPPORT', 'ADMINISTRATOR')")
class WorkPages {
    static final String EVIDENCE = "/staff/evidence/";

    private static final String MAY_REVIEW = "hasAnyRole('REVIEWER', 'ADMINISTRATOR')";
    private static final String ONE = "/staff/cases/{id}";

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

    @GetMapping(EVIDENCE + "{id}")
    ResponseEntity<Resource> evidence(@PathVariable EvidenceId id) {
        return verification
                .open(id)
                .map(file ->
                        SafeDownload.of(
                                file.path(),
                                file.evidence().fileName(),
                                file.evidence().mediaType(),
                                file.evidence().mayShowInline()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /// A page of a document, drawn: the document itself is never opened within ours.
    @GetMapping(EVIDENCE + "{id}/pages/{page}")
    ResponseEntity<byte[]> drawn(@PathVariable EvidenceId id, @PathVariable int page) {
        return verification
                .pageOf(id, page)
                .map(png ->
                        ResponseEntity.ok()
                                .contentType(MediaType.IMAGE_PNG)
                                .header("X-Content-Type-Options", "nosniff")
                                .cacheControl(CacheControl.noStore())
                                .body(png))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping(ONE + "/claim")
    @PreAuthorize(MAY_REVIEW)
    String claim(
            @PathVariable CaseId id,
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            RedirectAttributes redirect) {
        view(id);
        switch (verification.claim(who.actor(), id, NextCase.reviewer(who))) {
            case ClaimOutcome.Claimed _ -> {}
            case ClaimOutcome.TakenBy(var colleague) ->
                    Notice.warn(frame.word("verification.claim.taken", colleague.name()))
                            .showAfter(redirect);
            case ClaimOutcome.OwnDecision _ ->
                    Notice.warn(frame.word("verification.claim.own")).showAfter(redirect);
            case ClaimOutcome.NotClaimable _ ->
                    Notice.warn(frame.word("verification.claim.closed")).showAfter(redirect);
        }
        return to(id);
    }

    @PostMapping(ONE + "/take-over")
    @PreAuthorize(MAY_REVIEW)
    String takeOver(
            @PathVariable CaseId id,
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            RedirectAttributes redirect) {
        view(id);
        var outcome = verification.handOver(who.actor(), id, NextCase.reviewer(who));
        return after(outcome, id, frame, redirect);
    }

    /// Gives the case to a colleague, or to nobody.
    @PostMapping(ONE + "/assign")
    @PreAuthorize(MAY_REVIEW)
    String assign(
            @PathVariable CaseId id,
            @RequestParam String to,
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            RedirectAttributes redirect) {
        var office = view(id).office();
        var colleague =
                verification.reviewers(office).stream()
                        .filter(one -> one.id().toString().equals(to))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var outcome = verification.handOver(who.actor(), id, colleague);
        if (outcome instanceof ReviewOutcome.Done) {
            Notice.ok(frame.word("verification.assigned", colleague.name())).showAfter(redirect);
        }
        return after(outcome, id, frame, redirect);
    }

    @PostMapping(ONE + "/release")
    @PreAuthorize(MAY_REVIEW)
    String release(
            @PathVariable CaseId id,
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            RedirectAttributes redirect) {
        view(id);
        var outcome = verification.release(who.actor(), id, NextCase.reviewer(who));
        return after(outcome, id, frame, redirect);
    }

    @PostMapping(ONE + "/resume")
    @PreAuthorize(MAY_REVIEW)
    String resume(
            @PathVariable CaseId id,
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            RedirectAttributes redirect) {
        view(id);
        var outcome = verification.resume(who.actor(), id, NextCase.reviewer(who));
        return after(outcome, id, frame, redirect);
    }

    /// Asks, qualifies or refuses, as `act` says; with something lacking the page comes back as it
    /// was typed.
    @PostMapping(ONE + "/decide")
    @PreAuthorize(MAY_REVIEW)
    String decide(
            @PathVariable CaseId id,
            @RequestParam(defaultValue = "") String act,
            @AuthenticationPrincipal SignedIn who,
            Form form,
            Frame frame,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var view = view(id);
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
            case ReviewOutcome.Done _ -> onwards(view, act, who, frame, redirect);
            case ReviewOutcome.Lacking(var lacks) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(view, who, form, errors(lacks), frame, model);
            }
            case ReviewOutcome.WrongState _ when isDoneAlready(view(id), act, words, who) ->
                    onwards(view, act, who, frame, redirect);
            case ReviewOutcome.NotYours _,
                    ReviewOutcome.WrongState _,
                    ReviewOutcome.OwnDecision _ -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("refused", refusal(outcome, frame));
                yield page(view(id), who, form, FormErrors.none(), frame, model);
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
            @PathVariable CaseId id,
            @AuthenticationPrincipal SignedIn who,
            Form form,
            Frame frame,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var view = view(id);
        var outcome =
                verification.judgeLetter(
                        (Actor.Staff) who.actor(),
                        id,
                        NextCase.reviewer(who),
                        LetterViews.ruling(form));
        if (outcome instanceof ReviewOutcome.Lacking(var lacks)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(view, who, form, LetterViews.errors(lacks), frame, model);
        }
        if (outcome instanceof ReviewOutcome.Done) {
            var done = form.value("verdict").equals("accept") ? "accepted" : "refused";
            Notice.ok(frame.word("branches.letter.done." + done)).showAfter(redirect);
        }
        return after(outcome, id, frame, redirect);
    }

    /// The next case at once, and the reader's; the one just left stays one link away. With nothing
    /// left to do, the reader stays.
    private String onwards(
            CaseView left, String act, SignedIn who, Frame frame, RedirectAttributes redirect) {
        var done = Notice.ok(frame.word("verification.done." + act));
        var taken = next.take(Optional.of(left), who, frame);
        if (taken.isEmpty()) {
            done.showAfter(redirect);
            return to(left.id());
        }
        var back = frame.word("verification.done.back", String.valueOf(left.number()));
        done.linked(back, QueueViews.PATH + "/" + left.id()).showAfter(redirect);
        return to(taken.get().id());
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

    private static String after(
            ReviewOutcome outcome, CaseId id, Frame frame, RedirectAttributes redirect) {
        if (!(outcome instanceof ReviewOutcome.Done)) {
            Notice.warn(refusal(outcome, frame)).showAfter(redirect);
        }
        return to(id);
    }

    /// Why not, and what to do now.
    private static String refusal(ReviewOutcome outcome, Frame frame) {
        return switch (outcome) {
            case ReviewOutcome.Done _, ReviewOutcome.Lacking _ ->
                    throw new IllegalArgumentException("Nothing was refused: " + outcome);
            case ReviewOutcome.OwnDecision _ -> frame.word("verification.claim.own");
            case ReviewOutcome.NotYours(var colleague) ->
                    frame.word("verification.claim.taken", colleague.name());
            case ReviewOutcome.WrongState(var state) ->
                    frame.word(
                            "verification.wrong-state", frame.word("verification.state." + state));
        };
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

    private static String to(CaseId id) {
        return "redirect:" + QueueViews.PATH + "/" + id;
    }
}
