package org.passerelle.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Branch;
import org.passerelle.organisation.Branches;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Standing;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Pack;
import org.passerelle.verification.ClaimOutcome.Claimed;
import org.passerelle.verification.ClaimOutcome.NotClaimable;
import org.passerelle.verification.ClaimOutcome.TakenBy;
import org.passerelle.verification.ReviewOutcome.Done;
import org.passerelle.verification.ReviewOutcome.Lack;
import org.passerelle.verification.ReviewOutcome.Lacking;
import org.passerelle.verification.ReviewOutcome.NotYours;
import org.passerelle.verification.ReviewOutcome.WrongState;
import org.passerelle.verification.domain.Case;
import org.passerelle.verification.domain.Cases;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What the office does about a case.
@Component
class Reviewing {
    private static final int LONGEST_TEXT = 4000;

    private final Cases cases;
    private final EvidenceRoom evidence;
    private final Organisations organisations;
    private final Branches branches;
    private final Requalification requalification;
    private final CaseLetters letters;
    private final CaseDesk desk;
    private final Colleagues colleagues;
    private final ApplicationEventPublisher events;

    Reviewing(
            Cases cases,
            EvidenceRoom evidence,
            Organisations organisations,
            Branches branches,
            Requalification requalification,
            CaseLetters letters,
            CaseDesk desk,
            Colleagues colleagues,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.evidence = evidence;
        this.organisations = organisations;
        this.branches = branches;
        this.requalification = requalification;
        this.letters = letters;
        this.desk = desk;
        this.colleagues = colleagues;
        this.events = events;
    }

    ClaimOutcome claim(Actor actor, CaseId id, Reviewer reviewer) {
        return switch (cases.lock(id)) {
            case Case.Submitted waiting when isOwnDecision(waiting, reviewer) ->
                    new ClaimOutcome.OwnDecision();
            case Case.Submitted waiting -> {
                desk.keep(actor, waiting.claimedBy(reviewer), CaseEvent.CLAIMED, reviewer.name());
                yield new Claimed(id);
            }
            case Case.InReview(_, _, var holder) -> heldBy(id, holder, reviewer);
            case Case.InformationRequested(_, _, var holder) -> heldBy(id, holder, reviewer);
            case Case.Draft _ -> new NotClaimable(CaseState.DRAFT);
            case Case.Qualified _ -> new NotClaimable(CaseState.QUALIFIED);
            case Case.Refused _ -> new NotClaimable(CaseState.REFUSED);
            case Case.Withdrawn _ -> new NotClaimable(CaseState.WITHDRAWN);
        };
    }

    private static ClaimOutcome heldBy(CaseId id, Reviewer holder, Reviewer asking) {
        return holder.id().equals(asking.id()) ? new Claimed(id) : new TakenBy(holder);
    }

    ReviewOutcome handOver(Actor actor, CaseId id, Reviewer to) {
        return switch (cases.lock(id)) {
            case Case contest when isOwnDecision(contest, to) -> new ReviewOutcome.OwnDecision();
            case Case.Submitted waiting -> handedOver(actor, waiting.claimedBy(to), to);
            case Case.InReview review -> handedOver(actor, review.handedTo(to), to);
            case Case.InformationRequested asked -> handedOver(actor, asked.handedTo(to), to);
            case Case.Draft _, Case.Qualified _, Case.Refused _, Case.Withdrawn _ ->
                    new WrongState(state(id));
        };
    }

    /// Somebody else decides a contest, where there is somebody (VER-09).
    private boolean isOwnDecision(Case one, Reviewer reviewer) {
        return one.file()
                .contest()
                .filter(contest -> contest.decidedBy().id().equals(reviewer.id()))
                .filter(_ -> colleagues.besides(reviewer, one.file().office()))
                .isPresent();
    }

    private Done handedOver(Actor actor, Case changed, Reviewer to) {
        desk.keep(actor, changed, CaseEvent.HANDED_OVER, to.name());
        return new Done(changed.state());
    }

    ReviewOutcome release(Actor actor, CaseId id, Reviewer reviewer) {
        return inReview(
                id,
                reviewer,
                review -> {
                    var released = review.released();
                    desk.keep(actor, released, CaseEvent.RELEASED, "");
                    return new Done(released.state());
                });
    }

    ReviewOutcome ask(Actor actor, CaseId id, Reviewer reviewer, List<NewQuestion> typed) {
        var questions = typed.stream().filter(one -> !one.text().isBlank()).toList();
        if (questions.isEmpty()) {
            return new Lacking(List.of(Lack.QUESTION));
        }
        if (questions.stream().anyMatch(one -> one.text().length() > LONGEST_TEXT)) {
            return new Lacking(List.of(Lack.TEXT_TOO_LONG));
        }
        return inHand(
                actor,
                id,
                reviewer,
                List.of(),
                review -> {
                    var now = desk.now();
                    var calendar = desk.calendar(review.file().office());
                    var asked = review.asked(asked(questions, reviewer, now), now, calendar);
                    desk.keep(actor, asked, CaseEvent.ASKED, String.valueOf(questions.size()));
                    var organisation = organisations.get(review.file().organisation());
                    letters.informationRequested(organisation, view(id));
                    events.publishEvent(
                            new InformationRequested(organisation.id(), organisation.office()));
                    return new Done(asked.state());
                });
    }

    private static List<Question> asked(
            List<NewQuestion> questions, Reviewer reviewer, Instant now) {
        return questions.stream()
                .map(one ->
                        new Question(
                                QuestionId.random(),
                                one.ready(),
                                one.text().strip(),
                                now,
                                reviewer.signature(),
                                Optional.empty()))
                .toList();
    }

    ReviewOutcome resume(Actor actor, CaseId id, Reviewer reviewer) {
        return switch (cases.lock(id)) {
            case Case.InformationRequested asked when !isHeldBy(asked.reviewer(), reviewer) ->
                    new NotYours(asked.reviewer());
            case Case.InformationRequested asked -> {
                var resumed = asked.resumed(desk.now());
                desk.keep(actor, resumed, CaseEvent.RESUMED, "");
                letters.resumed(organisations.get(resumed.file().organisation()), view(id));
                yield new Done(resumed.state());
            }
            case Case.Draft _,
                    Case.Submitted _,
                    Case.InReview _,
                    Case.Qualified _,
                    Case.Refused _,
                    Case.Withdrawn _ ->
                    new WrongState(state(id));
        };
    }

    ReviewOutcome decide(Actor actor, CaseId id, Reviewer reviewer, Ruling ruling) {
        var pack = desk.pack(view(id).office());
        return inHand(
                actor,
                id,
                reviewer,
                lacks(ruling, pack.office(), view(id).organisation()),
                review -> decided(actor, review, reviewer, ruling, pack));
    }

    private boolean isBranchWithoutLetter(OrganisationId id) {
        return organisations.get(id).profile().branchOf().isPresent()
                && branches.of(id).filter(Branch::stands).isEmpty();
    }

    private ReviewOutcome decided(
            Actor actor, Case.InReview review, Reviewer reviewer, Ruling ruling, Pack pack) {
        return switch (ruling) {
            case Ruling.Qualify(var words, var statuses) -> {
                organisations.recordStatuses(review.file().organisation(), statuses);
                yield qualified(actor, review, decision(List.of(), words, review, reviewer, pack));
            }
            case Ruling.Refuse(var reasons, var words) ->
                    refused(actor, review, decision(reasons, words, review, reviewer, pack), pack);
        };
    }

    private Done qualified(Actor actor, Case.InReview review, Decision decision) {
        var office = desk.pack(review.file().office()).office();
        var until =
                decision.at()
                        .atZone(office.zone())
                        .toLocalDate()
                        .plus(office.qualification().validFor())
                        .atStartOfDay(office.zone())
                        .toInstant();
        var qualified = review.qualified(decision, until);
        desk.keep(actor, qualified, CaseEvent.QUALIFIED, "");
        var id = review.file().organisation();
        organisations.recordStanding(id, new Standing.Qualified(decision.at(), until));
        requalification.plan(id, until);
        letters.qualified(organisations.get(id), view(review.file().id()));
        events.publishEvent(new OrganisationQualified(id, review.file().office()));
        return new Done(qualified.state());
    }

    private Done refused(Actor actor, Case.InReview review, Decision decision, Pack pack) {
        var forGood =
                pack.office().qualification().refusalReasons().stream()
                        .filter(reason -> decision.reasons().contains(reason.id()))
                        .anyMatch(Office.Reason::isFinal);
        var refused = review.refused(decision, forGood);
        desk.keep(actor, refused, CaseEvent.REFUSED, String.join(", ", decision.reasons()));
        var id = review.file().organisation();
        organisations.recordStanding(id, new Standing.Refused(decision.at()));
        requalification.forget(id);
        letters.refused(organisations.get(id), view(review.file().id()));
        events.publishEvent(new OrganisationRefused(id, review.file().office()));
        return new Done(refused.state());
    }

    /// Everything as it is at this instant; a document that the virus scanner had deleted was not
    /// there to decide on.
    private Decision decision(
            List<String> reasons,
            String words,
            Case.InReview review,
            Reviewer reviewer,
            Pack pack) {
        var onTheTable =
                evidence.there(review.file().organisation()).stream().map(Evidence::id).toList();
        var organisation = organisations.get(review.file().organisation());
        return new Decision(
                reasons,
                words.strip(),
                reviewer,
                desk.now(),
                onTheTable,
                pack.hash(),
                DecisiveFacts.of(organisation, pack.office()),
                DecisiveFacts.statuses(organisation, pack.office()));
    }

    private List<Lack> lacks(Ruling ruling, Office office, OrganisationId about) {
        var qualification = office.qualification();
        var lacks = new ArrayList<Lack>();
        if (ruling.words().length() > LONGEST_TEXT) {
            lacks.add(Lack.TEXT_TOO_LONG);
        }
        if (ruling instanceof Ruling.Qualify(_, var statuses)
                && !office.statuses().keySet().containsAll(statuses)) {
            lacks.add(Lack.UNKNOWN_STATUS);
        }
        if (ruling instanceof Ruling.Qualify && isBranchWithoutLetter(about)) {
            lacks.add(Lack.LETTER);
        }
        if (ruling instanceof Ruling.Refuse(var reasons, _)) {
            var known = qualification.refusalReasons().stream().map(Office.Reason::id).toList();
            if (reasons.isEmpty()) {
                lacks.add(Lack.REASON);
            } else if (!known.containsAll(reasons)) {
                lacks.add(Lack.UNKNOWN_REASON);
            }
        }
        return lacks;
    }

    /// Acts on the reviewer's own case, or on one that nobody has: acting on it takes it.
    ReviewOutcome inHand(
            Actor actor,
            CaseId id,
            Reviewer reviewer,
            List<Lack> lacks,
            Function<Case.InReview, ReviewOutcome> act) {
        if (cases.lock(id) instanceof Case.Submitted waiting) {
            if (isOwnDecision(waiting, reviewer)) {
                return new ReviewOutcome.OwnDecision();
            }
            if (lacks.isEmpty()) {
                claim(actor, id, reviewer);
            }
        }
        return switch (cases.lock(id)) {
            case Case.Submitted _ -> new Lacking(lacks);
            case Case.InReview review when isHeldBy(review.reviewer(), reviewer) ->
                    lacks.isEmpty() ? act.apply(review) : new Lacking(lacks);
            case Case.InReview(_, _, var colleague) -> new NotYours(colleague);
            case Case.Draft _,
                    Case.InformationRequested _,
                    Case.Qualified _,
                    Case.Refused _,
                    Case.Withdrawn _ ->
                    new WrongState(state(id));
        };
    }

    private ReviewOutcome inReview(
            CaseId id, Reviewer reviewer, Function<Case.InReview, ReviewOutcome> act) {
        return switch (cases.lock(id)) {
            case Case.InReview review when !isHeldBy(review.reviewer(), reviewer) ->
                    new NotYours(review.reviewer());
            case Case.InReview review -> act.apply(review);
            case Case.Draft _,
                    Case.Submitted _,
                    Case.InformationRequested _,
                    Case.Qualified _,
                    Case.Refused _,
                    Case.Withdrawn _ ->
                    new WrongState(state(id));
        };
    }

    private static boolean isHeldBy(Reviewer holder, Reviewer asking) {
        return holder.id().equals(asking.id());
    }

    private CaseState state(CaseId id) {
        return view(id).state();
    }

    private CaseView view(CaseId id) {
        return cases.find(id).map(Reading::view).orElseThrow(() -> new CaseNotFound(id));
    }
}
