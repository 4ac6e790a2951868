package org.passerelle.portal.organisation;

import java.util.List;
import java.util.Optional;
import org.passerelle.organisation.Field.Step;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Standing;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office;
import org.passerelle.portal.organisation.CasePage.DecisionView;
import org.passerelle.portal.organisation.CasePage.QuestionView;
import org.passerelle.portal.organisation.OrganisationPage.Badge;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.LogEntry;
import org.passerelle.verification.CaseEntry;
import org.passerelle.verification.CaseState;
import org.passerelle.verification.CaseView;
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

    CaseViews(Verification verification, RegistrationViews registration, Packs packs) {
        this.verification = verification;
        this.registration = registration;
        this.packs = packs;
    }

    CasePage page(Organisation organisation, boolean mayAct, Frame frame, FormErrors errors) {
        var words = frame.words();
        var view = verification.caseOf(organisation.id()).orElseThrow();
        var confirm = view.state() == CaseState.DRAFT && !organisation.isDraft();
        var takes = confirm || view.state() == CaseState.INFORMATION_REQUESTED;
        return new CasePage(
                organisation.name(),
                words.get("verification.case.number", "" + view.number()),
                badge(view.state(), words),
                situation(view, frame),
                new CaseSteps(words, frame.zone()).of(Optional.of(view), organisation.standing()),
                view.questions().stream().map(question -> question(question, frame)).toList(),
                view.openQuestions().size(),
                view.decision().map(decision -> decision(decision, view, organisation, frame)),
                registration.page(organisation, Step.EVIDENCE, frame, errors).slots(),
                takes,
                confirm,
                mayAct,
                view.state().isInQueue(),
                mayAct && verification.whyNotAgain(organisation.id()).isEmpty()
                        ? Optional.of(again(organisation, words))
                        : Optional.empty(),
                verification.history(view.id()).stream().map(entry -> entry(entry, words)).toList(),
                errors);
    }

    /// The state as a badge, for both sides.
    static Badge badge(CaseState state, Words words) {
        var tone =
                switch (state) {
                    case DRAFT, WITHDRAWN -> "mute";
                    case SUBMITTED, IN_REVIEW -> "info";
                    case INFORMATION_REQUESTED -> "warn";
                    case QUALIFIED -> "ok";
                    case REFUSED -> "bad";
                };
        return new Badge(tone, words.get("verification.state." + state));
    }

    private static String situation(CaseView view, Frame frame) {
        var words = frame.words();
        var steps = new CaseSteps(words, frame.zone());
        return switch (view.state()) {
            case DRAFT -> words.get("verification.situation.draft");
            case SUBMITTED, IN_REVIEW ->
                    words.get(
                            "verification.situation.running",
                            view.promisedBusinessDays(),
                            view.due().map(steps::promise).orElse(""));
            case INFORMATION_REQUESTED ->
                    words.get("verification.situation.paused", view.businessDaysLeft());
            case QUALIFIED ->
                    words.get(
                            "verification.situation.qualified",
                            view.qualifiedUntil()
                                    .map(until -> until.atZone(frame.zone()).toLocalDate())
                                    .map(words::date)
                                    .orElse(""));
            case REFUSED ->
                    words.get(
                            view.refusedForGood()
                                    ? "verification.situation.final"
                                    : "verification.situation.refused");
            case WITHDRAWN -> words.get("verification.situation.withdrawn");
        };
    }

    private static QuestionView question(Question question, Frame frame) {
        var words = frame.words();
        return new QuestionView(
                question.id().toString(),
                question.text(),
                words.get(
                        "verification.question.asked",
                        question.askedBy(),
                        words.date(question.asked().atZone(frame.zone()).toLocalDate())),
                question.answer().map(Question.Answer::text));
    }

    private DecisionView decision(
            Decision decision, CaseView view, Organisation organisation, Frame frame) {
        var words = frame.words();
        var office = packs.get(organisation.office()).office();
        return new DecisionView(
                words.get("verification.decision." + view.state()),
                reasons(decision, office, words),
                decision.words(),
                words.get(
                        "verification.decision.by",
                        decision.by().name(),
                        words.dateTime(decision.at(), frame.zone())),
                words.get(
                        "verification.decision.grounds",
                        decision.evidence().size(),
                        decision.packHash().substring(0, 12)));
    }

    /// What the office's reasons say to the organisation; a reason the pack no longer has is shown
    /// by its word.
    static List<String> reasons(Decision decision, Office office, Words words) {
        return decision.reasons().stream()
                .map(id ->
                        office.qualification().refusalReasons().stream()
                                .filter(reason -> reason.id().equals(id))
                                .findFirst()
                                .map(reason -> reason.text().in(words.language()))
                                .orElse(id))
                .toList();
    }

    private static String again(Organisation organisation, Words words) {
        var requalify =
                organisation.standing() instanceof Standing.Qualified
                        || organisation.standing() instanceof Standing.Lapsed;
        return words.get("organisation.todo." + (requalify ? "requalify" : "again") + ".button");
    }

    private static LogEntry entry(CaseEntry entry, Words words) {
        var tone =
                switch (entry.event()) {
                    case QUALIFIED -> "ok";
                    case REFUSED, LAPSED -> "bad";
                    case ASKED -> "warn";
                    case SUBMITTED, ANSWERED, RESUMED, CLAIMED, HANDED_OVER -> "brand";
                    case OPENED, EVIDENCE_ADDED, EVIDENCE_REMOVED, RELEASED, WITHDRAWN -> "mute";
                };
        var what = words.get("verification.event." + entry.event(), entry.detail());
        return new LogEntry(tone, what, entry.at(), entry.by(), "");
    }
}
