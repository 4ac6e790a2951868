package org.passerelle.verification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.verification.domain.CaseTest.CALENDAR;
import static org.passerelle.verification.domain.CaseTest.TOM;
import static org.passerelle.verification.domain.CaseTest.draft;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.passerelle.Requirement;
import org.passerelle.kernel.BusinessCalendar;
import org.passerelle.kernel.Signature;
import org.passerelle.verification.CaseState;
import org.passerelle.verification.Decision;
import org.passerelle.verification.Question;
import org.passerelle.verification.QuestionId;

/// Random walks through the life of a case; the seed is the repetition, so a failure repeats. After
/// each step the promise is what a calendar with crossed-out days says.
@Requirement({"VER-01", "VER-02", "VER-09"})
class CaseHistoriesTest {
    private static final Map<CaseState, Set<CaseState>> STEPS =
            Map.of(
                    CaseState.DRAFT, Set.of(CaseState.SUBMITTED),
                    CaseState.SUBMITTED, Set.of(CaseState.IN_REVIEW, CaseState.WITHDRAWN),
                    CaseState.IN_REVIEW,
                            Set.of(
                                    CaseState.SUBMITTED,
                                    CaseState.IN_REVIEW,
                                    CaseState.INFORMATION_REQUESTED,
                                    CaseState.QUALIFIED,
                                    CaseState.REFUSED,
                                    CaseState.WITHDRAWN),
                    CaseState.INFORMATION_REQUESTED,
                            Set.of(
                                    CaseState.INFORMATION_REQUESTED,
                                    CaseState.IN_REVIEW,
                                    CaseState.WITHDRAWN),
                    CaseState.QUALIFIED, Set.of(CaseState.QUALIFIED),
                    CaseState.REFUSED, Set.of(CaseState.REFUSED),
                    CaseState.WITHDRAWN, Set.of(CaseState.WITHDRAWN));

    @RepeatedTest(400)
    void no_path_leads_to_an_end_without_a_decision_and_the_promise_never_moves_back(
            RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var now = CaseTest.at("2022-05-02T08:00");
        Case one = draft();
        var decisions = new ArrayList<Decision>();
        var crossedOut = new CrossedOut(random.nextInt(9));
        Optional<Instant> promised = Optional.empty();
        for (var step = 0; step < 40; step++) {
            now = later(random, now);
            var next = step(one, random, now, decisions, crossedOut.promised);
            crossedOut.follow(next, now);
            assertThat(STEPS.get(one.state())).contains(next.state());
            assertThat(next.file()).isEqualTo(one.file());
            assertThat(next.ruling().stream().toList()).isEqualTo(decisions);
            assertThat(next.ruling().isPresent())
                    .isEqualTo(next instanceof Case.Qualified || next instanceof Case.Refused);
            nothingSaidIsLost(one, next);

            var due = due(next);
            assertThat(due).isEqualTo(crossedOut.due());
            if (due.isPresent() && promised.isPresent()) {
                assertThat(due.get()).isAfterOrEqualTo(promised.get());
            }
            promised = due.isPresent() ? due : promised;
            if (next instanceof Case.InformationRequested waiting) {
                assertThat(waiting.open()).isNotEmpty();
            }
            one = next;
        }
    }

    /// Minutes or days later, often at midnight or at the very same moment.
    private static Instant later(Random random, Instant now) {
        var then = now.plus(Duration.ofMinutes(random.nextInt(2 * 24 * 60)));
        return switch (random.nextInt(6)) {
            case 0 -> now;
            case 1 ->
                    CALENDAR.dayOf(then).plusDays(1).atStartOfDay(CaseTest.LUXEMBOURG).toInstant();
            default -> then;
        };
    }

    /// Questions are only added, answers only given; the day of submission stays.
    private static void nothingSaidIsLost(Case before, Case next) {
        var had = before.gathered().map(Case.Dossier::questions).orElse(List.of());
        var has = next.gathered().map(Case.Dossier::questions).orElse(List.of());
        assertThat(ids(has.subList(0, had.size()))).isEqualTo(ids(had));
        for (var n = 0; n < had.size(); n++) {
            if (!had.get(n).isOpen()) {
                assertThat(has.get(n)).isEqualTo(had.get(n));
            }
        }
        before.gathered()
                .ifPresent(dossier ->
                        assertThat(next.gathered().map(Case.Dossier::submitted))
                                .contains(dossier.submitted()));
    }

    private static List<QuestionId> ids(List<Question> questions) {
        return questions.stream().map(Question::id).toList();
    }

    /// A calendar on the wall: the days between the one on which the case came to the office and
    /// the one on which it left it are crossed out.
    private static final class CrossedOut {
        final int promised;
        private int crossedOut;
        private Optional<Instant> running = Optional.empty();

        CrossedOut(int promised) {
            this.promised = promised;
        }

        void follow(Case next, Instant now) {
            var runs = next instanceof Case.Submitted || next instanceof Case.InReview;
            if (runs && running.isEmpty()) {
                running = Optional.of(now);
            } else if (!runs) {
                running.ifPresent(since -> crossedOut += wholeDays(since, now));
                running = Optional.empty();
            }
        }

        private static int wholeDays(Instant since, Instant now) {
            var first = CALENDAR.dayOf(since).plusDays(1);
            return (int)
                    first.datesUntil(latest(first, CALENDAR.dayOf(now)))
                            .filter(CrossedOut::isWorked)
                            .count();
        }

        private static LocalDate latest(LocalDate one, LocalDate other) {
            return one.isAfter(other) ? one : other;
        }

        /// The end of the last promised day, where the clock runs on.
        Optional<Instant> due() {
            return running.map(since -> {
                var day = CALENDAR.dayOf(since);
                for (var left = promised - crossedOut; left > 0; left -= isWorked(day) ? 1 : 0) {
                    day = day.plusDays(1);
                }
                while (!isWorked(day)) {
                    day = day.plusDays(1);
                }
                return day.plusDays(1).atStartOfDay(CaseTest.LUXEMBOURG).toInstant();
            });
        }

        /// Not at weekends, on Ascension Day 2022, or on the day after it.
        private static boolean isWorked(LocalDate day) {
            return day.getDayOfWeek().getValue() < 6
                    && !day.equals(LocalDate.of(2022, 5, 26))
                    && !day.equals(LocalDate.of(2022, 5, 27));
        }
    }

    private static Optional<Instant> due(Case one) {
        return one.state().isClosed()
                ? Optional.empty()
                : one.gathered()
                        .flatMap(dossier -> dossier.promise().due(CALENDAR))
                        .map(BusinessCalendar.Due::end);
    }

    private static Case step(
            Case one, Random random, Instant now, List<Decision> decisions, int promised) {
        return switch (one) {
            case Case.Draft draft -> draft.submitted(now, promised);
            case Case.Submitted waiting ->
                    random.nextInt(10) == 0 ? waiting.withdrawn(now) : waiting.claimedBy(TOM);
            case Case.InReview review -> review(review, random, now, decisions);
            case Case.InformationRequested asked ->
                    switch (random.nextInt(8)) {
                        case 0 -> asked.withdrawn(now);
                        case 1 -> asked.resumed(now);
                        default -> answerOne(asked, random, now);
                    };
            case Case.Qualified _, Case.Refused _, Case.Withdrawn _ -> one;
        };
    }

    private static Case review(
            Case.InReview review, Random random, Instant now, List<Decision> decisions) {
        return switch (random.nextInt(10)) {
            case 0 -> {
                decisions.add(decision(now));
                yield review.qualified(decisions.getLast(), now.plus(Duration.ofDays(730)));
            }
            case 1 -> {
                decisions.add(decision(now));
                yield review.refused(decisions.getLast(), random.nextBoolean());
            }
            case 2 -> review.released();
            case 3 -> review.withdrawn(now);
            case 4 -> review.handedTo(TOM);
            default ->
                    review.asked(
                            List.of(CaseTest.question("Un"), CaseTest.question("Deux")),
                            now,
                            CALENDAR);
        };
    }

    /// To any question, open or not: what was answered stays, and the case waits for the rest.
    private static Case answerOne(Case.InformationRequested asked, Random random, Instant now) {
        var questions = asked.dossier().questions();
        var question = questions.get(random.nextInt(questions.size()));
        var answer =
                new Question.Answer("Oui", now, Signature.of("Joëlle Hansen " + random.nextInt()));
        var next = asked.answered(Map.of(question.id(), answer), now);
        var isLast = asked.open().size() == 1 && question.isOpen();
        assertThat(next.state())
                .isEqualTo(isLast ? CaseState.IN_REVIEW : CaseState.INFORMATION_REQUESTED);
        return next;
    }

    private static Decision decision(Instant now) {
        return new Decision(
                List.of("reason"), "", TOM, now, List.of(), "hash", List.of(), List.of());
    }
}
