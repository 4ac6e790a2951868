package org.passerelle.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.verification.VerificationFixtures.LUXEMBOURG;
import static org.passerelle.verification.VerificationFixtures.member;
import static org.passerelle.verification.VerificationFixtures.reviewer;
import static org.passerelle.verification.VerificationFixtures.staff;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.agenda.Agenda;
import org.passerelle.audit.Audit;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.organisation.Field;
import org.passerelle.organisation.Missing;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Standing;
import org.passerelle.organisation.SubmitOutcome;
import org.passerelle.pack.Packs;
import org.passerelle.verification.ClaimOutcome.Claimed;
import org.passerelle.verification.ClaimOutcome.TakenBy;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@Requirement({"VER-01", "VER-05", "VER-09"})
class VerificationTest {
    @Autowired Verification verification;
    @Autowired Requalification requalification;
    @Autowired Organisations organisations;
    @Autowired Packs packs;
    @Autowired Notification notification;
    @Autowired Audit audit;
    @Autowired Agenda agenda;
    @Autowired Clock clock;
    @Autowired DSLContext db;

    private final PersonId holder = PersonId.random();
    private final Reviewer tom = reviewer("Tom Reuland");

    private OrganisationId draft() {
        return VerificationFixtures.draft(organisations, verification, packs, holder);
    }

    private OrganisationId submitted() {
        var id = draft();
        assertThat(verification.submit(member(holder), id))
                .isEqualTo(new SubmitOutcome.Submitted(id));
        return id;
    }

    private CaseView newest(OrganisationId id) {
        return verification.caseOf(id).orElseThrow();
    }

    private OrganisationId inReview() {
        var id = submitted();
        verification.claim(staff(tom), newest(id).id(), tom);
        return id;
    }

    private List<String> letters(OrganisationId id) {
        return notification.ofOrganisation(id).stream().map(SentLetter::template).toList();
    }

    @Test
    @Requirement({"ORG-01", "VER-02"})
    void a_complete_registration_becomes_a_case_with_a_promise_that_the_organisation_is_told() {
        var id = submitted();

        var view = newest(id);
        assertThat(view.state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(view.promisedBusinessDays()).isEqualTo(2);
        assertThat(view.due()).get().matches(due -> due.isAfter(clock.instant()));
        assertThat(letters(id)).containsExactly("verification.submitted");
        assertThat(verification.queue(LUXEMBOURG)).contains(view);
        assertThat(verification.history(view.id()))
                .extracting(CaseEntry::event)
                .startsWith(CaseEvent.SUBMITTED);
    }

    @Test
    @Requirement("ORG-01")
    void a_registration_without_its_documents_names_each_of_them() {
        var actor = member(holder);
        var id = organisations.start(actor, holder, LUXEMBOURG);
        organisations.save(
                actor, id, VerificationFixtures.complete("Fanfare", VerificationFixtures.rcs()));

        assertThat(verification.missing(id))
                .hasSize(2)
                .allMatch(missing -> missing.step() == Field.Step.EVIDENCE);
        assertThat(verification.submit(actor, id))
                .isInstanceOfSatisfying(
                        SubmitOutcome.Incomplete.class,
                        incomplete ->
                                assertThat(incomplete.missing())
                                        .allMatch(Missing.Evidence.class::isInstance));
        assertThat(verification.caseOf(id)).isEmpty();
    }

    @Test
    void two_reviewers_claim_at_the_same_instant_and_one_has_it() throws Exception {
        var id = newest(submitted()).id();
        var anouk = reviewer("Anouk Schiltz");
        var together = new CyclicBarrier(2);
        Callable<ClaimOutcome> toms =
                () -> {
                    together.await();
                    return verification.claim(staff(tom), id, tom);
                };
        Callable<ClaimOutcome> anouks =
                () -> {
                    together.await();
                    return verification.claim(staff(anouk), id, anouk);
                };
        try (var both = Executors.newFixedThreadPool(2)) {
            var outcomes =
                    both.invokeAll(List.of(toms, anouks)).stream()
                            .map(future -> {
                                try {
                                    return future.get();
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                            })
                            .toList();
            assertThat(outcomes).filteredOn(Claimed.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(TakenBy.class::isInstance).hasSize(1);
            var holderOfCase = verification.find(id).orElseThrow().reviewer().orElseThrow();
            assertThat(outcomes).contains(new TakenBy(holderOfCase));
        }
        assertThat(verification.history(id))
                .filteredOn(entry -> entry.event() == CaseEvent.CLAIMED)
                .hasSize(1);
    }

    @Test
    void a_question_stops_the_clock_until_it_is_answered() {
        var id = inReview();
        var caseId = newest(id).id();

        var asked =
                verification.ask(
                        staff(tom),
                        caseId,
                        tom,
                        List.of(
                                new NewQuestion(Optional.of("statutes"), "Vos statuts ?"),
                                new NewQuestion(Optional.empty(), "  ")));
        assertThat(asked).isEqualTo(new ReviewOutcome.Done(CaseState.INFORMATION_REQUESTED));
        var waiting = newest(id);
        assertThat(waiting.due()).isEmpty();
        assertThat(waiting.openQuestions()).hasSize(1);
        assertThat(letters(id)).contains("verification.asked");

        var question = waiting.openQuestions().getFirst().id();
        assertThat(verification.answer(member(holder), id, Map.of(question, " ")))
                .isEqualTo(new AnswerOutcome.Answered(1));
        assertThat(verification.answer(member(holder), id, Map.of(question, "Les voici")))
                .isEqualTo(new AnswerOutcome.Answered(0));
        var resumed = newest(id);
        assertThat(resumed.state()).isEqualTo(CaseState.IN_REVIEW);
        assertThat(resumed.due()).isPresent();
        assertThat(resumed.questions().getFirst().answer().orElseThrow().text())
                .isEqualTo("Les voici");
        assertThat(verification.answer(member(holder), id, Map.of(question, "Encore")))
                .isEqualTo(new AnswerOutcome.NothingAsked());
    }

    @Test
    void qualified_until_the_office_s_period_ends_with_person_evidence_and_rules_kept() {
        var id = inReview();

        var outcome =
                verification.decide(
                        staff(tom),
                        newest(id).id(),
                        tom,
                        new Ruling.Qualify("Bienvenue", Set.of()));

        assertThat(outcome).isEqualTo(new ReviewOutcome.Done(CaseState.QUALIFIED));
        var view = newest(id);
        var decision = view.decision().orElseThrow();
        assertThat(decision.by()).isEqualTo(tom);
        assertThat(decision.evidence()).hasSize(2);
        assertThat(decision.packHash()).isEqualTo(packs.get(LUXEMBOURG).hash());
        assertThat(decision.words()).isEqualTo("Bienvenue");
        var zone = packs.get(LUXEMBOURG).office().zone();
        var until = view.qualifiedUntil().orElseThrow();
        assertThat(until.atZone(zone).toLocalDate())
                .isEqualTo(decision.at().atZone(zone).toLocalDate().plusMonths(24));
        assertThat(organisations.get(id).standing().isQualified(clock.instant())).isTrue();
        assertThat(agenda.due(Requalification.LAPSE, id.toString())).contains(until);
        assertThat(letters(id)).contains("verification.qualified");
        assertThat(audit.of(id, 50)).extracting("action").contains("verification.qualified");
    }

    @Test
    void a_refusal_needs_a_listed_reason_and_says_whether_more_can_be_sent() {
        var id = inReview();
        var caseId = newest(id).id();

        assertThat(verification.decide(staff(tom), caseId, tom, new Ruling.Refuse(List.of(), "")))
                .isEqualTo(new ReviewOutcome.Lacking(List.of(ReviewOutcome.Lack.REASON)));
        assertThat(
                        verification.decide(
                                staff(tom), caseId, tom, new Ruling.Refuse(List.of("x"), "")))
                .isEqualTo(new ReviewOutcome.Lacking(List.of(ReviewOutcome.Lack.UNKNOWN_REASON)));
        var unreadable = new Ruling.Refuse(List.of("document-unreadable"), "Page 2");
        assertThat(verification.decide(staff(tom), caseId, tom, unreadable))
                .isEqualTo(new ReviewOutcome.Done(CaseState.REFUSED));

        assertThat(organisations.get(id).standing()).isInstanceOf(Standing.Refused.class);
        assertThat(newest(id).refusedForGood()).isFalse();
        assertThat(verification.tryAgain(member(holder), id))
                .isInstanceOf(TryAgainOutcome.Opened.class);
        assertThat(organisations.get(id).isDraft()).isTrue();
        assertThat(verification.submit(member(holder), id))
                .isEqualTo(new SubmitOutcome.Submitted(id));
        assertThat(newest(id).kind()).isEqualTo(CaseKind.AGAIN);
    }

    @Test
    void refused_for_good_is_the_end() {
        var id = inReview();

        verification.decide(
                staff(tom),
                newest(id).id(),
                tom,
                new Ruling.Refuse(List.of("commercial-aim", "name-differs"), ""));

        assertThat(newest(id).refusedForGood()).isTrue();
        assertThat(verification.tryAgain(member(holder), id))
                .isEqualTo(new TryAgainOutcome.NotPossible(TryAgainOutcome.Why.REFUSED_FOR_GOOD));
    }

    @Test
    void a_colleague_s_case_is_not_decided_over_their_head() {
        var id = newest(inReview()).id();
        var anouk = reviewer("Anouk Schiltz");

        assertThat(verification.decide(staff(anouk), id, anouk, new Ruling.Qualify("", Set.of())))
                .isEqualTo(new ReviewOutcome.NotYours(tom));
        assertThat(verification.handOver(staff(anouk), id, anouk))
                .isEqualTo(new ReviewOutcome.Done(CaseState.IN_REVIEW));
        assertThat(verification.decide(staff(anouk), id, anouk, new Ruling.Qualify("", Set.of())))
                .isEqualTo(new ReviewOutcome.Done(CaseState.QUALIFIED));
    }

    @Test
    void the_office_s_period_ends_and_the_organisation_confirms_anew() {
        var id = inReview();
        verification.decide(staff(tom), newest(id).id(), tom, new Ruling.Qualify("", Set.of()));
        var until = newest(id).qualifiedUntil().orElseThrow();
        assertThat(verification.tryAgain(member(holder), id))
                .isEqualTo(new TryAgainOutcome.NotPossible(TryAgainOutcome.Why.NOT_DUE));

        requalification.lapse(id, until.minusSeconds(1));
        assertThat(organisations.get(id).standing()).isInstanceOf(Standing.Qualified.class);
        requalification.lapse(id, until);

        assertThat(organisations.get(id).standing()).isEqualTo(new Standing.Lapsed(until));
        assertThat(letters(id)).contains("verification.lapsed");
        assertThat(verification.tryAgain(member(holder), id))
                .isInstanceOf(TryAgainOutcome.Opened.class);
        assertThat(newest(id).kind()).isEqualTo(CaseKind.REQUALIFICATION);
        assertThat(verification.submit(member(holder), id))
                .isEqualTo(new SubmitOutcome.Submitted(id));
    }

    @Test
    void a_fact_that_the_decision_rests_on_changes_and_the_qualification_ends_sooner() {
        var id = inReview();
        verification.decide(staff(tom), newest(id).id(), tom, new Ruling.Qualify("", Set.of()));
        var until = newest(id).qualifiedUntil().orElseThrow();
        requalification.lookAgain(id);
        assertThat(organisations.get(id).standing())
                .isInstanceOfSatisfying(
                        Standing.Qualified.class, it -> assertThat(it.until()).isEqualTo(until));

        db.execute(
                "update organisation.registration set form = 'fondation' where id = ?", id.value());
        requalification.lookAgain(id);
        requalification.lookAgain(id);

        var soon = clock.instant().plus(java.time.Duration.ofDays(60));
        assertThat(organisations.get(id).standing())
                .isInstanceOfSatisfying(
                        Standing.Qualified.class,
                        it -> assertThat(it.until()).isBeforeOrEqualTo(soon));
        assertThat(agenda.due(Requalification.LAPSE, id.toString())).isNotEqualTo(until);
        assertThat(agenda.due(Requalification.REMIND, id.toString())).isEmpty();
        assertThat(letters(id)).containsOnlyOnce("verification.changed");
        assertThat(verification.whyNotAgain(id)).isEmpty();
    }

    @Test
    @Requirement("VER-01")
    void another_legal_name_brings_requalification_forward_as_the_pack_says() {
        var id = inReview();
        verification.decide(staff(tom), newest(id).id(), tom, new Ruling.Qualify("", Set.of()));
        var until = newest(id).qualifiedUntil().orElseThrow();
        db.execute("update organisation.registration set budget = 1 where id = ?", id.value());
        requalification.lookAgain(id);
        assertThat(organisations.get(id).standing())
                .as("the budget is none of this office's decisive facts")
                .isInstanceOfSatisfying(
                        Standing.Qualified.class, it -> assertThat(it.until()).isEqualTo(until));

        db.execute(
                "update organisation.registration set legal_name = 'Tout autre' where id = ?",
                id.value());
        requalification.lookAgain(id);

        assertThat(organisations.get(id).standing())
                .isInstanceOfSatisfying(
                        Standing.Qualified.class, it -> assertThat(it.until()).isBefore(until));
        assertThat(letters(id)).containsOnlyOnce("verification.changed");
    }

    @Test
    @Requirement("VER-04")
    void charity_nonprofit_and_library_are_told_apart_by_what_the_reviewer_found() {
        var id = inReview();
        var caseId = newest(id).id();
        assertThat(
                        verification.decide(
                                staff(tom), caseId, tom, new Ruling.Qualify("", Set.of("x"))))
                .isEqualTo(new ReviewOutcome.Lacking(List.of(ReviewOutcome.Lack.UNKNOWN_STATUS)));

        var found = new Ruling.Qualify("", Set.of("library"));
        assertThat(verification.decide(staff(tom), caseId, tom, found))
                .isEqualTo(new ReviewOutcome.Done(CaseState.QUALIFIED));

        assertThat(newest(id).decision().orElseThrow().statuses())
                .containsExactly("library", "nonprofit");
        assertThat(organisations.get(id).profile().statuses()).containsExactly("library");
    }

    @Test
    void giving_up_keeps_the_case_and_lets_the_organisation_come_back() {
        var id = submitted();

        assertThat(verification.withdraw(member(holder), id)).isTrue();
        assertThat(verification.withdraw(member(holder), id)).isFalse();
        assertThat(newest(id).state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(verification.tryAgain(member(holder), id))
                .isInstanceOf(TryAgainOutcome.Opened.class);
        assertThat(verification.casesOf(id)).hasSize(2);
    }
}
