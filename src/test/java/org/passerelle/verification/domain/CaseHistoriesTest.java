package org.passerelle.verification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.verification.domain.CaseTest.CALENDAR;
import static org.passerelle.verification.domain.CaseTest.TOM;
import static org.passerelle.verification.domain.CaseTest.draft;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.passerelle.Requirement;
import org.passerelle.kernel.BusinessCalendar;
import org.passerelle.verification.Decision;
import org.passerelle.verification.Question;

/// Random walks through the life of a case; the seed is the repetition, so a failure repeats.
@Requirement({"VER-01", "VER-02", "VER-09"})
class CaseHistoriesTest {

    @RepeatedTest(200)
    void no_path_leads_to_an_end_without_a_decision_and_the_promise_never_moves_back(
            RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var now = CaseTest.at("2022-01-03T08:00");
        Case one = draft();
        var decisions = new ArrayList<Decision>();
        Optional<Instant> promised = Optional.empty();
        for (var step = 0; step < 40; step++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(3 * 24 * 60)));
            var next = step(one, random, now, decisions);
            var due = due(next);
            if (due.isPresent() && promised.isPresent()) {
                assertThat(due.get()).isAfterOrEqualTo(promised.get());
            }
            promised = due.isPresent() ? due : promised;
            assertThat(next.file()).isEqualTo(one.file());
            one = next;
        }
        var closed = one instanceof Case.Qualified || one instanceof Case.Refused;
        assertThat(one.ruling().isPresent()).isEqualTo(closed);
        assertThat(one.ruling().stream().toList()).isEqualTo(decisions);
        if (one instanceof Case.InReview || one instanceof Case.Submitted) {
            assertThat(due(one)).isPresent();
        }
        if (one instanceof Case.InformationRequested waiting) {
            assertThat(due(one)).isEmpty();
            assertThat(waiting.open()).isNotEmpty();
        }
    }

    private static Optional<Instant> due(Case one) {
        return one.state().isClosed()
                ? Optional.empty()
                : one.gathered()
                        .flatMap(dossier -> dossier.promise().due(CALENDAR))
                        .map(BusinessCalendar.Due::end);
    }

    private static Case step(Case one, Random random, Instant now, List<Decision> decisions) {
        return switch (one) {
            case Case.Draft draft -> draft.submitted(now, random.nextInt(6));
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

    private static Case answerOne(Case.InformationRequested asked, Random random, Instant now) {
        var open = asked.open();
        var question = open.get(random.nextInt(open.size()));
        var answer = new Question.Answer("Oui", now, "Joëlle Hansen");
        return asked.answered(Map.of(question.id(), answer), now);
    }

    private static Decision decision(Instant now) {
        return new Decision(
                List.of("reason"), "", TOM, now, List.of(), "hash", List.of(), List.of());
    }
}
