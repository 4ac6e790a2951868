package org.passerelle.verification;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Localised;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Missing;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Standing;
import org.passerelle.organisation.SubmitOutcome;
import org.passerelle.verification.TryAgainOutcome.NotPossible;
import org.passerelle.verification.TryAgainOutcome.Opened;
import org.passerelle.verification.TryAgainOutcome.Why;
import org.passerelle.verification.domain.Case;
import org.passerelle.verification.domain.Cases;
import org.passerelle.verification.domain.Cases.Kept;
import org.springframework.stereotype.Component;

/// What an organisation does about its case.
@Component
class Applying {
    /// How long before its end a qualification may be renewed.
    static final Duration RENEWABLE_BEFORE_END = Duration.ofDays(60);

    private static final int LONGEST_ANSWER = 4000;

    private final Organisations organisations;
    private final Cases cases;
    private final EvidenceRoom evidence;
    private final CaseLetters letters;
    private final CaseDesk desk;

    Applying(
            Organisations organisations,
            Cases cases,
            EvidenceRoom evidence,
            CaseLetters letters,
            CaseDesk desk) {
        this.organisations = organisations;
        this.cases = cases;
        this.evidence = evidence;
        this.letters = letters;
        this.desk = desk;
    }

    List<Missing> missing(OrganisationId id) {
        return organisations.missing(id, given(organisations.get(id)));
    }

    private Set<Localised> given(Organisation organisation) {
        return EvidenceKinds.given(asked(organisation), evidence.there(organisation.id()));
    }

    private List<Localised> asked(Organisation organisation) {
        return EvidenceKinds.askedOf(organisation, desk.pack(organisation.office()).office());
    }

    SubmitOutcome submit(Actor actor, OrganisationId id) {
        var organisation = organisations.get(id);
        var open = cases.lockOpen(id);
        if (open.isPresent() && !(open.get() instanceof Case.Draft)) {
            return new SubmitOutcome.AlreadySubmitted();
        }
        if (open.isEmpty() && !organisation.isDraft()) {
            return new SubmitOutcome.AlreadySubmitted();
        }
        var outcome =
                organisation.isDraft()
                        ? organisations.submit(actor, id, given(organisation))
                        : confirmed(organisation);
        if (outcome instanceof SubmitOutcome.Submitted) {
            var current =
                    open.isPresent()
                            ? open.get()
                            : desk.open(actor, id, organisation.office(), CaseKind.FIRST);
            var draft = (Case.Draft) current;
            var promised =
                    desk.pack(organisation.office())
                            .office()
                            .promises()
                            .qualificationBusinessDays();
            var submitted = draft.submitted(desk.now(), promised);
            desk.keep(actor, submitted, CaseEvent.SUBMITTED, "");
            letters.submitted(organisations.get(id), view(submitted));
        }
        return outcome;
    }

    /// Re-qualification of an organisation that stays qualified meanwhile: its data stand, the
    /// documents its form asks for must be there.
    private SubmitOutcome confirmed(Organisation organisation) {
        var given = given(organisation);
        List<Missing> missing =
                asked(organisation).stream()
                        .filter(kind -> !given.contains(kind))
                        .<Missing>map(Missing.Evidence::new)
                        .toList();
        return missing.isEmpty()
                ? new SubmitOutcome.Submitted(organisation.id())
                : new SubmitOutcome.Incomplete(missing, List.of());
    }

    List<String> writesTo(OrganisationId id) {
        return letters.addresses(organisations.get(id));
    }

    AnswerOutcome answer(Actor actor, OrganisationId id, Map<QuestionId, String> answers) {
        if (!(cases.lockOpen(id).orElse(null) instanceof Case.InformationRequested waiting)) {
            return new AnswerOutcome.NothingAsked();
        }
        var given = new HashMap<QuestionId, Question.Answer>();
        answers.forEach((question, text) -> {
            var words = text.strip();
            if (!words.isEmpty()) {
                var kept = words.substring(0, Math.min(words.length(), LONGEST_ANSWER));
                given.put(question, new Question.Answer(kept, desk.now(), actor.signature()));
            }
        });
        var changed = waiting.answered(given, desk.now());
        var stillOpen =
                changed instanceof Case.InformationRequested still ? still.open().size() : 0;
        var answered = waiting.open().size() - stillOpen;
        if (answered > 0) {
            desk.keep(actor, changed, CaseEvent.ANSWERED, String.valueOf(answered));
        }
        if (changed instanceof Case.InReview) {
            desk.note(actor, changed, CaseEvent.RESUMED, "");
        }
        return new AnswerOutcome.Answered(stillOpen);
    }

    boolean withdraw(Actor actor, OrganisationId id) {
        var now = desk.now();
        var withdrawn =
                cases.lockOpen(id)
                        .flatMap(open ->
                                switch (open) {
                                    case Case.Submitted waiting ->
                                            Optional.of(waiting.withdrawn(now));
                                    case Case.InReview review -> Optional.of(review.withdrawn(now));
                                    case Case.InformationRequested asked ->
                                            Optional.of(asked.withdrawn(now));
                                    case Case.Draft _,
                                            Case.Qualified _,
                                            Case.Refused _,
                                            Case.Withdrawn _ ->
                                            Optional.<Case.Withdrawn>empty();
                                });
        withdrawn.ifPresent(done -> {
            desk.keep(actor, done, CaseEvent.WITHDRAWN, "");
            letters.withdrawn(organisations.get(id), view(done), isRefusedForGood(done));
        });
        return withdrawn.isPresent();
    }

    TryAgainOutcome tryAgain(Actor actor, OrganisationId id) {
        var why = whyNotAgain(id);
        if (why.isPresent()) {
            return new NotPossible(why.get());
        }
        var organisation = organisations.get(id);
        var qualified = organisation.standing() instanceof Standing.Qualified;
        var lapsed = organisation.standing() instanceof Standing.Lapsed;
        if (!qualified) {
            organisations.reopen(actor, id);
        }
        var kind = qualified || lapsed ? CaseKind.REQUALIFICATION : CaseKind.AGAIN;
        return new Opened(desk.open(actor, id, organisation.office(), kind).file().id());
    }

    Optional<Why> whyNotAgain(OrganisationId id) {
        return progressOf(organisations.get(id)).whyNotAgain();
    }

    Progress progressOf(Organisation organisation) {
        var newest = cases.of(organisation.id()).stream().findFirst();
        return new Progress(
                newest.map(Reading::view),
                whyNotAgain(organisation.standing(), newest.map(Kept::qualification)));
    }

    private Optional<Why> whyNotAgain(Standing standing, Optional<Case> newest) {
        if (newest.isEmpty() || !newest.get().state().isClosed()) {
            return Optional.of(Why.CASE_OPEN);
        }
        if (standing instanceof Standing.Qualified(_, var until)) {
            var renewable = until.minus(RENEWABLE_BEFORE_END);
            return desk.now().isBefore(renewable) ? Optional.of(Why.NOT_DUE) : Optional.empty();
        }
        return isRefusedForGood(newest.get())
                ? Optional.of(Why.REFUSED_FOR_GOOD)
                : Optional.empty();
    }

    /// A contest that was given up leaves the refusal it was about as it stands.
    private boolean isRefusedForGood(Case newest) {
        return switch (newest) {
            case Case.Refused refused -> refused.forGood();
            case Case.Withdrawn withdrawn ->
                    withdrawn
                            .file()
                            .contest()
                            .flatMap(contest -> cases.find(contest.of()))
                            .map(Kept::qualification)
                            .filter(this::isRefusedForGood)
                            .isPresent();
            case Case.Draft _,
                    Case.Submitted _,
                    Case.InReview _,
                    Case.InformationRequested _,
                    Case.Qualified _ ->
                    false;
        };
    }

    private CaseView view(Case kept) {
        return cases.find(kept.file().id()).map(Reading::view).orElseThrow();
    }
}
