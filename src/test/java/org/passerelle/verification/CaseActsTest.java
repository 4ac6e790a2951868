package org.passerelle.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.verification.VerificationFixtures.member;
import static org.passerelle.verification.VerificationFixtures.reviewer;
import static org.passerelle.verification.VerificationFixtures.staff;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.notification.Notification;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Standing;
import org.passerelle.organisation.SubmitOutcome;
import org.passerelle.pack.Packs;
import org.springframework.beans.factory.annotation.Autowired;

/// Random acts on a case through the module's face, by its reviewer, by a colleague and by the
/// organisation, allowed and not. The seed is the repetition, so a failure repeats.
@ProductTest
@Requirement({"VER-01", "VER-02", "VER-09", "NOT-01"})
class CaseActsTest {
    private static final int ACTS = 30;

    @Autowired Verification verification;
    @Autowired Organisations organisations;
    @Autowired Packs packs;
    @Autowired Notification notification;
    @Autowired Clock clock;

    private final PersonId holder = PersonId.random();
    private final Reviewer tom = reviewer("Tom Reuland");
    private final Reviewer lena = reviewer("Lena Bausch");

    /// All there is to see of a case.
    private record Seen(
            List<CaseView> cases, List<CaseEntry> history, Standing standing, int evidence) {
        CaseView view() {
            return cases.getFirst();
        }
    }

    /// @param words what was answered, for the message of a failure
    /// @param accepted whether the answer says that it was done
    private record Done(String words, boolean accepted) {}

    private interface Act {
        Done by(CaseId id, OrganisationId organisation, Reviewer reviewer);
    }

    private Done reviewed(String what, ReviewOutcome outcome) {
        return new Done(what + " " + outcome, outcome instanceof ReviewOutcome.Done);
    }

    private Done decided(CaseId id, Reviewer by, Ruling ruling) {
        return reviewed(ruling.toString(), verification.decide(staff(by), id, by, ruling));
    }

    private Done asked(CaseId id, Reviewer by, String text) {
        var questions = List.of(new NewQuestion(Optional.empty(), text));
        return reviewed("ask " + text.length(), verification.ask(staff(by), id, by, questions));
    }

    private Done claimed(CaseId id, Reviewer by) {
        var outcome = verification.claim(staff(by), id, by);
        return new Done("claim " + outcome, outcome instanceof ClaimOutcome.Claimed);
    }

    private Done answered(OrganisationId organisation, CaseId id, String text) {
        var open = verification.find(id).orElseThrow().openQuestions();
        var answers =
                open.isEmpty()
                        ? Map.of(QuestionId.random(), text)
                        : Map.of(open.getFirst().id(), text);
        var outcome = verification.answer(member(holder), organisation, answers);
        return new Done(
                "answer '" + text + "' " + outcome,
                outcome instanceof AnswerOutcome.Answered && !text.isBlank());
    }

    private List<Act> acts() {
        var nobody = Set.<String>of();
        return List.of(
                (id, _, by) -> claimed(id, by),
                (id, _, by) -> claimed(id, by),
                (id, _, by) -> reviewed("release", verification.release(staff(by), id, by)),
                (id, _, by) -> reviewed("hand over", verification.handOver(staff(by), id, by)),
                (id, _, by) -> asked(id, by, "Les comptes de 2025 ?"),
                (id, _, by) -> asked(id, by, "Qui signe ?"),
                (id, _, by) -> asked(id, by, "  "),
                (id, _, by) -> asked(id, by, "x".repeat(4001)),
                (id, _, by) -> reviewed("resume", verification.resume(staff(by), id, by)),
                (id, organisation, _) -> answered(organisation, id, "Les voici"),
                (id, organisation, _) -> answered(organisation, id, "Jean"),
                (id, organisation, _) -> answered(organisation, id, " "),
                (id, _, by) -> decided(id, by, new Ruling.Qualify("", nobody)),
                (id, _, by) -> decided(id, by, new Ruling.Qualify("", Set.of("saint"))),
                (id, _, by) -> decided(id, by, new Ruling.Refuse(List.of(), "Non")),
                (id, _, by) -> decided(id, by, new Ruling.Refuse(List.of("no-such"), "Non")));
    }

    /// Seldom, or no walk would get far.
    private List<Act> lastActs() {
        return List.of(
                (id, _, by) -> decided(id, by, new Ruling.Refuse(List.of("dissolved"), "")),
                (_, organisation, _) ->
                        new Done("withdraw", verification.withdraw(member(holder), organisation)));
    }

    @RepeatedTest(12)
    void whatever_is_done_only_a_decision_qualifies_and_what_is_refused_changes_nothing(
            RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var organisation = VerificationFixtures.draft(organisations, verification, packs, holder);
        assertThat(verification.submit(member(holder), organisation))
                .isEqualTo(new SubmitOutcome.Submitted(organisation));
        var id = verification.caseOf(organisation).orElseThrow().id();
        var before = seen(organisation, id);
        var promised = before.view().due().orElseThrow();
        var told = new ArrayList<String>();
        for (var step = 0; step < ACTS; step++) {
            var acts = random.nextInt(12) == 0 ? lastActs() : acts();
            var act = acts.get(random.nextInt(acts.size()));
            var done = act.by(id, organisation, random.nextInt(3) == 0 ? lena : tom);
            told.add(done.words());
            var after = seen(organisation, id);
            if (!done.accepted()) {
                assertThat(after).as("refused: %s", told).isEqualTo(before);
            }
            check(before, after, told);
            CaseEventLetters.areAll(after.history(), notification.ofOrganisation(organisation));
            var due = after.view().due().filter(_ -> !after.view().state().isClosed());
            if (due.isPresent()) {
                assertThat(due.get())
                        .as("the promise moves back: %s", told)
                        .isAfterOrEqualTo(promised);
                promised = due.get();
            }
            before = after;
        }
    }

    private Seen seen(OrganisationId organisation, CaseId id) {
        return new Seen(
                verification.casesOf(organisation),
                verification.history(id),
                organisations.get(organisation).standing(),
                verification.evidenceOf(organisation).size());
    }

    private static final Map<CaseState, Set<CaseState>> WAYS =
            Map.of(
                    CaseState.SUBMITTED,
                    // Whoever acts on a case that nobody has takes it.
                    EnumSet.complementOf(EnumSet.of(CaseState.DRAFT)),
                    CaseState.IN_REVIEW,
                    EnumSet.complementOf(EnumSet.of(CaseState.DRAFT)),
                    CaseState.INFORMATION_REQUESTED,
                    EnumSet.of(
                            CaseState.INFORMATION_REQUESTED,
                            CaseState.IN_REVIEW,
                            CaseState.WITHDRAWN),
                    CaseState.QUALIFIED,
                    EnumSet.of(CaseState.QUALIFIED),
                    CaseState.REFUSED,
                    EnumSet.of(CaseState.REFUSED),
                    CaseState.WITHDRAWN,
                    EnumSet.of(CaseState.WITHDRAWN));

    private void check(Seen before, Seen after, List<String> told) {
        var state = after.view().state();
        assertThat(WAYS.get(before.view().state())).as("%s", told).contains(state);
        var decided = state == CaseState.QUALIFIED || state == CaseState.REFUSED;
        assertThat(after.view().decision().isPresent()).as("%s", told).isEqualTo(decided);
        assertThat(after.standing().isQualified(clock.instant()))
                .as("qualified by a decision alone: %s", told)
                .isEqualTo(state == CaseState.QUALIFIED);
        var waits = state == CaseState.INFORMATION_REQUESTED;
        if (waits) {
            assertThat(after.view().openQuestions()).as("%s", told).isNotEmpty();
            assertThat(after.view().due()).as("the clock stands still: %s", told).isEmpty();
        }
        if (state == CaseState.SUBMITTED || state == CaseState.IN_REVIEW) {
            assertThat(after.view().due()).as("the clock runs: %s", told).isPresent();
        }
        assertThat(after.view().businessDaysLeft())
                .isLessThanOrEqualTo(before.view().businessDaysLeft());
    }
}
