package org.passerelle.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.SetClock;
import org.passerelle.agenda.Agenda;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Standing;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.domain.AllotmentLedger;
import org.passerelle.programme.domain.Decisions;
import org.passerelle.programme.domain.DeclaredFacts;
import org.passerelle.programme.domain.StaffRecords;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The passing of a day changes decisions that rest on days (ELI-01: look-back, dated rules).
@ProductTest
@Requirement({"ELI-01", "ELI-02"})
class DailyDecisionsTest {
    private static final OfficeId OFFICE = OfficeId.of("socialware-lu");
    private static final ProgrammeId GOOGLE = ProgrammeId.of("google-validation");
    private static final Instant BEFORE_ALL_RULES = Instant.parse("1995-03-01T12:00:00Z");

    @Autowired Programmes programmes;
    @Autowired DailyDecisions daily;
    @Autowired Agenda agenda;
    @Autowired Organisations organisations;
    @Autowired Verification verification;
    @Autowired Packs packs;
    @Autowired DeclaredFacts declared;
    @Autowired StaffRecords records;
    @Autowired AllotmentLedger ledger;
    @Autowired Decisions decisions;
    @Autowired ApplicationEventPublisher events;
    @Autowired Clock clock;
    @Autowired PlatformTransactionManager transactions;

    private OrganisationId organisation = OrganisationId.random();

    @BeforeEach
    void decided_on_today() {
        var holder = PersonId.random();
        organisation = VerificationFixtures.draft(organisations, verification, packs, holder);
        verification.submit(VerificationFixtures.member(holder), organisation);
        organisations.recordStanding(
                organisation,
                new Standing.Qualified(
                        clock.instant(), clock.instant().plus(Duration.ofDays(730))));
        await().atMost(Duration.ofSeconds(20)).until(this::isKeptAsEligible);
    }

    private List<EligibilityDecision> kept() {
        return programmes.decisionsBefore(organisation, GOOGLE).stream()
                .map(KeptDecision::decision)
                .toList();
    }

    private boolean isKeptAsEligible() {
        return !kept().isEmpty() && kept().getFirst() instanceof EligibilityDecision.Eligible;
    }

    /// The same face, on another day.
    private DecisionDesk on(Clock day, ApplicationEventPublisher heard) {
        return new DecisionDesk(packs, declared, records, ledger, decisions, heard, day);
    }

    private void decideAnew(DecisionDesk desk) {
        inTransaction(() -> desk.reEvaluate(List.of(organisation), Set.of()));
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run());
    }

    @Test
    void a_decision_of_another_day_is_made_anew_by_the_daily_run() {
        var past = on(new SetClock(BEFORE_ALL_RULES), _ -> {});
        decideAnew(past);
        var ofThen = kept().getFirst();
        assertThat(ofThen.basis().version()).as("no rules were in force then").isEmpty();
        var count = kept().size();

        inTransaction(() -> daily.fallDue(OFFICE.value(), clock.instant()));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(kept()).hasSize(count + 1));

        assertThat(kept().getFirst())
                .isEqualTo(programmes.decisionOf(organisation, GOOGLE).orElseThrow());
        inTransaction(() -> daily.fallDue(OFFICE.value(), clock.instant()));
        assertThat(kept()).as("a day that changes nothing adds nothing").hasSize(count + 1);
    }

    @Test
    void the_next_run_stands_in_the_agenda_just_after_midnight_at_the_office() {
        var due = agenda.due(DailyDecisions.KIND, OFFICE.value()).orElseThrow();
        var zone = packs.get(OFFICE).office().zone();
        assertThat(due.atZone(zone).toLocalTime()).isEqualTo("00:01");
        assertThat(due)
                .isAfter(clock.instant())
                .isBefore(clock.instant().plus(Duration.ofHours(26)));
    }

    @Test
    void of_many_who_decide_at_once_one_keeps_and_tells() throws Exception {
        var past = on(new SetClock(BEFORE_ALL_RULES), _ -> {});
        decideAnew(past);
        var count = kept().size();
        var told = new CopyOnWriteArrayList<Object>();
        var present = on(clock, told::add);
        Callable<Boolean> decide =
                () -> {
                    decideAnew(present);
                    return true;
                };
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(java.util.Collections.nCopies(8, decide))) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(kept()).hasSize(count + 1);
        assertThat(told).isNotEmpty().doesNotHaveDuplicates();
    }
}
