package org.passerelle.portal.organisation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.passerelle.organisation.Field.Step;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Standing;
import org.passerelle.pack.Packs;
import org.passerelle.portal.organisation.CasePage.DecisionView;
import org.passerelle.portal.organisation.CasePage.QuestionView;
import org.passerelle.portal.organisation.OrganisationPage.Badge;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.LogEntry;
import org.passerelle.ui.Notice;
import org.passerelle.verification.CaseEntry;
import org.passerelle.verification.CaseState;
import org.passerelle.verification.CaseView;
import org.passerelle.verification.CaseWords;
import org.passerelle.verification.Contest;
import org.passerelle.verification.Decision;
import org.passerelle.verification.Question;
import org.passerelle.verification.Verification;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// Says a case in the organisation's words.
@Component
class CaseViews {
    private final Verification verification;
    private final RegistrationViews registration;
    private final Packs packs;
    private final CaseProgress steps;
    private final Clock clock;

    CaseViews(
            Verification verification,
            RegistrationViews registration,
            Packs packs,
            CaseProgress steps,
            Clock clock) {
        this.verification = verification;
        this.registration = registration;
        this.packs = packs;
        this.steps = steps;
        this.clock = clock;
    }

    CasePage page(
            Organisation organisation, boolean mayAct, Form form, Frame frame, FormErrors errors) {
        var words = new CaseWords(frame.words(), frame.zone());
        var view = verification.caseOf(organisation.id()).orElseThrow();
        var confirm = view.state() == CaseState.DRAFT && !organisation.isDraft();
        var takes = confirm || view.state() == CaseState.INFORMATION_REQUESTED;
        return new CasePage(
                organisation.name(),
                words.number(view),
                badge(view.state(), words),
                situation(view, organisation, words),
                steps.steps(organisation, Optional.of(view), words),
                view.questions().stream().map(question -> question(question, words)).toList(),
                view.openQuestions().size(),
                decided(view, organisation.standing())
                        .flatMap(one -> one.decision().map(it -> decision(it, one, view, words))),
                registration.page(organisation, Step.EVIDENCE, frame, errors).slots(),
                takes,
                confirm,
                organisation.isDraft() && mayAct,
                mayAct,
                view.state().isInQueue(),
                mayAct && verification.whyNotAgain(organisation.id()).isEmpty()
                        ? Optional.of(again(organisation, words.words()))
                        : Optional.empty(),
                mayAct && verification.whyNotContest(organisation.id()).isEmpty(),
                view.state() == CaseState.REFUSED && view.contest().isPresent()
                        ? Optional.of(frame.word("verification.contest.CONTESTED_BEFORE"))
                        : Optional.empty(),
                view.contest().map(Contest::words),
                mayAct
                        ? CaseWords.addresses(
                                verification.writesTo(organisation.id()), frame.words())
                        : "",
                form,
                verification.history(view.id()).stream().map(entry -> entry(entry, words)).toList(),
                errors);
    }

    /// That it is submitted, and to which addresses the letter that confirms it goes.
    static Notice submitted(List<String> addresses, Frame frame) {
        return Notice.ok(
                frame.word(
                        "organisation.registration.submitted",
                        CaseWords.addresses(addresses, frame.words())));
    }

    private static Badge badge(CaseState state, CaseWords words) {
        return new Badge(CaseWords.tone(state), words.state(state));
    }

    private String situation(CaseView view, Organisation organisation, CaseWords said) {
        var words = said.words();
        return switch (view.state()) {
            case DRAFT ->
                    words.get(
                            organisation.isDraft()
                                    ? "verification.situation.again"
                                    : "verification.situation.draft");
            case SUBMITTED, IN_REVIEW ->
                    words.get(
                            view.isOverdue(clock.instant())
                                    ? "verification.situation.late"
                                    : "verification.situation.running",
                            view.promisedBusinessDays(),
                            view.due().map(said::promised).orElse(""));
            case INFORMATION_REQUESTED ->
                    words.get("verification.situation.paused", view.businessDaysLeft());
            case QUALIFIED ->
                    words.get(
                            "verification.situation.qualified",
                            CaseSteps.until(view, organisation.standing())
                                    .map(said::date)
                                    .orElse(""));
            case REFUSED ->
                    words.get(
                            view.refusedForGood()
                                    ? "verification.situation.final"
                                    : "verification.situation.refused");
            case WITHDRAWN -> withdrawn(organisation, said);
        };
    }

    /// A withdrawn case decides nothing: a refusal before it stands, and whether one may begin
    /// again is up to that.
    private String withdrawn(Organisation organisation, CaseWords said) {
        var words = said.words();
        if (organisation.standing() instanceof Standing.Refused(var since)) {
            return words.get(
                    verification.whyNotAgain(organisation.id()).isEmpty()
                            ? "verification.situation.withdrawn.refused"
                            : "verification.situation.withdrawn.final",
                    said.date(since));
        }
        return words.get("verification.situation.withdrawn");
    }

    /// The case with the decision that counts: its own, or the refusal that stands while this one
    /// is looked at or since it was withdrawn.
    private Optional<CaseView> decided(CaseView view, Standing standing) {
        return view.decision().isEmpty() && standing instanceof Standing.Refused
                ? verification.decidedBefore(view)
                : Optional.of(view);
    }

    private static QuestionView question(Question question, CaseWords words) {
        return new QuestionView(
                question.id().toString(),
                question.text(),
                words.asked(question),
                question.answer().map(Question.Answer::text));
    }

    private DecisionView decision(Decision decision, CaseView of, CaseView shown, CaseWords words) {
        var office = packs.get(of.office()).office();
        // An earlier one is not this case's.
        var title =
                of.id().equals(shown.id()) ? "decision." + of.state() : "before." + shown.kind();
        return new DecisionView(
                words.words().get("verification." + title),
                words.reasons(decision, office),
                decision.words(),
                words.statuses(decision, of.state(), office),
                words.decided(decision));
    }

    private static String again(Organisation organisation, Words words) {
        var requalify =
                organisation.standing() instanceof Standing.Qualified
                        || organisation.standing() instanceof Standing.Lapsed;
        return words.get("organisation.todo." + (requalify ? "requalify" : "again") + ".button");
    }

    private static LogEntry entry(CaseEntry entry, CaseWords words) {
        return new LogEntry(
                CaseWords.tone(entry.event()), words.event(entry), entry.at(), words.by(entry), "");
    }
}
