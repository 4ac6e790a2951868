package org.passerelle.verification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.kernel.BusinessCalendar;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Signature;
import org.passerelle.verification.CaseId;
import org.passerelle.verification.CaseKind;
import org.passerelle.verification.Contest;
import org.passerelle.verification.Decision;
import org.passerelle.verification.Question;
import org.passerelle.verification.QuestionId;
import org.passerelle.verification.Reviewer;

@Requirement({"VER-01", "VER-02"})
class CaseTest {
    static final ZoneId LUXEMBOURG = ZoneId.of("Europe/Luxembourg");

    /// Ascension is on 26 May 2022; the office is closed on the Friday after.
    static final BusinessCalendar CALENDAR =
            new BusinessCalendar(
                    LUXEMBOURG,
                    _ -> Set.of(LocalDate.of(2022, 5, 26)),
                    List.of(
                            new BusinessCalendar.Closure(
                                    LocalDate.of(2022, 5, 27), LocalDate.of(2022, 5, 27))));

    static final Reviewer TOM = new Reviewer(PersonId.random(), "Tom Reuland");

    static final Signature JOELLE = new Signature("Joëlle Hansen", Optional.of(PersonId.random()));

    static Case.Draft draft() {
        return new Case.Draft(
                new Case.File(
                        CaseId.random(),
                        1001,
                        OrganisationId.random(),
                        OfficeId.of("socialware-lu"),
                        CaseKind.FIRST,
                        at("2022-05-20T09:00"),
                        Optional.empty()));
    }

    static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(LUXEMBOURG).toInstant();
    }

    static Question question(String text) {
        return new Question(
                QuestionId.random(),
                Optional.empty(),
                text,
                at("2022-05-25T10:00"),
                new Signature(TOM.name(), Optional.of(TOM.id())),
                Optional.empty());
    }

    private static Optional<LocalDate> due(Case one) {
        return one.gathered()
                .flatMap(dossier -> dossier.promise().due(CALENDAR))
                .map(BusinessCalendar.Due::day);
    }

    @Test
    void complete_before_ascension_is_due_at_the_end_of_the_second_business_day_after() {
        var submitted = draft().submitted(at("2022-05-25T16:10"), 2);

        assertThat(due(submitted)).contains(LocalDate.of(2022, 5, 31));
        assertThat(submitted.dossier().promise().due(CALENDAR).orElseThrow().end())
                .isEqualTo(at("2022-06-01T00:00"));
    }

    @Test
    void the_clock_stops_while_the_office_waits_and_goes_on_where_it_stood() {
        var question = question("Vos statuts, s’il vous plaît");
        var asked =
                draft().submitted(at("2022-05-25T16:10"), 2)
                        .claimedBy(TOM)
                        // Monday has passed whole: one of two days is used up.
                        .asked(List.of(question), at("2022-05-31T09:00"), CALENDAR);
        assertThat(due(asked)).isEmpty();

        var answer = new Question.Answer("Les voici", at("2022-06-08T18:00"), JOELLE);
        var resumed = asked.answered(Map.of(question.id(), answer), at("2022-06-08T18:00"));

        assertThat(resumed).isInstanceOf(Case.InReview.class);
        assertThat(due(resumed)).contains(LocalDate.of(2022, 6, 9));
    }

    @Test
    void the_review_goes_on_only_when_every_question_is_answered() {
        var first = question("Premier point");
        var second = question("Second point");
        var asked =
                draft().submitted(at("2022-05-25T16:10"), 2)
                        .claimedBy(TOM)
                        .asked(List.of(first, second), at("2022-05-25T17:00"), CALENDAR);
        var answer = new Question.Answer("Oui", at("2022-05-30T09:00"), JOELLE);

        var half = asked.answered(Map.of(first.id(), answer), at("2022-05-30T09:00"));
        assertThat(half)
                .isInstanceOfSatisfying(
                        Case.InformationRequested.class,
                        still -> assertThat(still.open()).containsExactly(second));

        var whole =
                ((Case.InformationRequested) half)
                        .answered(Map.of(second.id(), answer), at("2022-05-30T10:00"));
        assertThat(whole).isInstanceOf(Case.InReview.class);
    }

    @Test
    void an_answer_once_given_is_not_overwritten() {
        var question = question("Premier point");
        var other = question("Second point");
        var asked =
                draft().submitted(at("2022-05-25T16:10"), 2)
                        .claimedBy(TOM)
                        .asked(List.of(question, other), at("2022-05-25T17:00"), CALENDAR);
        var first = new Question.Answer("Oui", at("2022-05-30T09:00"), JOELLE);
        var later = new Question.Answer("Non", at("2022-05-30T10:00"), JOELLE);

        var once = asked.answered(Map.of(question.id(), first), first.at());
        var twice =
                ((Case.InformationRequested) once)
                        .answered(Map.of(question.id(), later), first.at());

        assertThat(twice.gathered().orElseThrow().questions().getFirst().answer()).contains(first);
    }

    @Test
    void a_request_for_information_asks_something() {
        var review = draft().submitted(at("2022-05-25T16:10"), 2).claimedBy(TOM);

        assertThatThrownBy(() -> review.asked(List.of(), at("2022-05-25T17:00"), CALENDAR))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Requirement("VER-09")
    void a_refusal_is_contested_once_and_the_answer_to_a_contest_is_the_last_word() {
        var now = at("2022-05-30T09:00");
        var decision =
                new Decision(List.of("r"), "", TOM, now, List.of(), "hash", List.of(), List.of());
        var refused = draft().submitted(now, 2).claimedBy(TOM).refused(decision, true);

        var contest = refused.contested(CaseId.random(), 1002, "Lisez l’article 3", now);

        assertThat(contest).isPresent();
        var file = contest.get().file();
        assertThat(file.kind()).isEqualTo(CaseKind.CONTEST);
        assertThat(file.contest())
                .contains(new Contest(refused.file().id(), TOM, "Lisez l’article 3"));
        var again = contest.get().submitted(now, 2).claimedBy(TOM).refused(decision, false);
        assertThat(again.contested(CaseId.random(), 1003, "Encore", now)).isEmpty();
    }
}
