package org.passerelle.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditLine;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Standing;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.OrganisationFacts.Waiver;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@Requirement({"ELI-01", "ELI-02"})
class ProgrammesTest {
    private static final ProgrammeId ADOBE = ProgrammeId.of("adobe-donation");
    private static final ProgrammeId AUTODESK = ProgrammeId.of("autodesk-donation");
    private static final String CLUB = "club-serves-public";
    private static final Actor.Staff STAFF = new Actor.Staff(PersonId.random(), "Marc Weber");

    @Autowired Programmes programmes;
    @Autowired Waivers waivers;
    @Autowired Organisations organisations;
    @Autowired Verification verification;
    @Autowired Packs packs;
    @Autowired Audit audit;
    @Autowired Clock clock;
    @Autowired DSLContext db;

    private final PersonId holder = PersonId.random();
    private OrganisationId organisation = OrganisationId.random();

    @BeforeEach
    void a_registration() {
        organisation = VerificationFixtures.draft(organisations, verification, packs, holder);
    }

    private void submit() {
        verification.submit(VerificationFixtures.member(holder), organisation);
    }

    private void qualify() {
        organisations.recordStanding(
                organisation,
                new Standing.Qualified(
                        clock.instant(), clock.instant().plus(Duration.ofDays(730))));
    }

    private List<String> kept(ProgrammeId programme) {
        return programmes.decisionsBefore(organisation, programme).stream()
                .map(kept -> kept.decision().outcome())
                .toList();
    }

    @Test
    void a_draft_s_facts_are_those_given_and_the_rest_is_unknown() {
        var facts = programmes.factsOf(organisation);
        assertThat(facts.qualified()).contains(false);
        assertThat(facts.country()).contains("LU");
        assertThat(facts.form()).contains("asbl");
        assertThat(facts.statuses()).contains(Set.of("nonprofit"));
        assertThat(facts.purchases()).isEmpty();
        assertThat(facts.attested()).isEmpty();
        assertThat(facts.waivers()).contains(List.of());
    }

    @Test
    void a_submitted_registration_is_complete_an_empty_list_is_none() {
        submit();
        var facts = programmes.factsOf(organisation);
        assertThat(facts.purposes()).contains(Set.of());
        assertThat(facts.purchases()).contains(List.of());
        assertThat(facts.activities()).map(all -> all.contains("4100")).contains(true);
        assertThat(facts.address().orElseThrow().poBox()).contains(false);
    }

    @Test
    void activities_declared_besides_the_main_one_are_among_the_facts() {
        organisations.save(
                VerificationFixtures.member(holder),
                organisation,
                VerificationFixtures.complete("Centre", VerificationFixtures.rcs())
                        .with("activities", "1330", "1210"));
        submit();
        assertThat(programmes.factsOf(organisation).activity()).contains("4100");
        assertThat(programmes.factsOf(organisation).activities())
                .contains(Set.of("4100", "1330", "1210"));
    }

    @Test
    @Requirement("ELI-03")
    void a_decision_is_made_anew_when_facts_change_and_the_past_one_stays() {
        submit();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(kept(ADOBE)).containsExactly("ineligible"));
        qualify();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(kept(ADOBE)).containsExactly("eligible", "ineligible"));

        programmes.reEvaluate(organisation);
        assertThat(kept(ADOBE)).containsExactly("eligible", "ineligible");

        var past = programmes.decisionsBefore(organisation, ADOBE).getLast().decision();
        assertThat(past.reasons().decisive())
                .extracting(Finding.Leaf::criterion)
                .containsExactly("qualified");
        var standing = programmes.decisionOf(organisation, ADOBE).orElseThrow();
        assertThat(programmes.decisionsBefore(organisation, ADOBE).getFirst().decision())
                .isEqualTo(standing);
        assertThat(programmes.decidedOn(OfficeId.of("socialware-lu"))).contains(organisation);
    }

    @Test
    @Requirement({"ELI-01", "ELI-02"})
    void a_rule_that_looks_at_orders_here_is_decided_anew_as_soon_as_one_is_placed_or_let_go() {
        submit();
        qualify();
        var programme = ProgrammeId.of("docusign");
        var offer =
                packs.get(OfficeId.of("socialware-lu")).offers().values().stream()
                        .filter(one -> one.programme().equals(programme))
                        .findFirst()
                        .orElseThrow();
        awaitBoughtHere(programme, Outcome.UNMET);
        var order = "test/" + UUID.randomUUID();

        programmes.reserve(
                organisation, order, List.of(new Programmes.Wanted(0, offer, 1, List.of())));
        awaitBoughtHere(programme, Outcome.MET);
        programmes.release(order);
        awaitBoughtHere(programme, Outcome.UNMET);
    }

    private void awaitBoughtHere(ProgrammeId programme, Outcome expected) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(programmes.decisionsBefore(organisation, programme))
                                .first()
                                .extracting(kept -> kept.decision().findings())
                                .satisfies(findings ->
                                        assertThat(findings)
                                                .filteredOn(leaf ->
                                                        leaf.criterion().equals("bought-here"))
                                                .extracting(Finding.Leaf::outcome)
                                                .containsExactly(expected)));
    }

    @Test
    void every_programme_of_the_office_is_decided_in_the_pack_s_order() {
        submit();
        assertThat(programmes.decisionsOf(organisation))
                .extracting(decision -> decision.basis().programme())
                .containsExactlyElementsOf(
                        packs.get(OfficeId.of("socialware-lu")).programmes().keySet());
        assertThat(programmes.decisionOf(organisation, ProgrammeId.of("no-such"))).isEmpty();
    }

    @Test
    @Requirement({"ELI-05", "ACC-08"})
    void a_waiver_is_recorded_with_its_document_and_counts_in_its_days() {
        submit();
        var from = LocalDate.of(2020, 1, 1);
        var to = LocalDate.of(2100, 1, 1);
        assertThat(record(AUTODESK, from, to, "letter of 3 March"))
                .isInstanceOf(WaiverOutcome.Recorded.class);

        assertThat(programmes.factsOf(organisation).waivers())
                .contains(List.of(new Waiver(AUTODESK, from, to)));
        assertThat(waivers.of(organisation))
                .extracting(RecordedWaiver::document, one -> one.recordedBy().name())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("letter of 3 March", "Marc Weber"));
        var finding =
                programmes.decisionOf(organisation, AUTODESK).orElseThrow().findings().stream()
                        .filter(leaf -> leaf.criterion().equals("waiver"))
                        .findFirst()
                        .orElseThrow();
        assertThat(finding.outcome()).isEqualTo(Outcome.MET);
        assertThat(audit.of(organisation, 50))
                .extracting(AuditLine::action)
                .contains("programme.waiver-recorded");
    }

    private WaiverOutcome record(
            ProgrammeId programme, LocalDate from, LocalDate to, String document) {
        return waivers.record(
                STAFF,
                organisation,
                new Waiver(programme, from, to),
                document,
                java.util.Optional.empty());
    }

    @Test
    @Requirement("ELI-05")
    void a_waiver_without_document_programme_or_days_is_refused() {
        var day = LocalDate.of(2026, 1, 1);
        assertThat(record(AUTODESK, day, day, " ")).isEqualTo(new WaiverOutcome.DocumentMissing());
        assertThat(record(AUTODESK, day, day.minusDays(1), "letter"))
                .isEqualTo(new WaiverOutcome.EndsBeforeItBegins());
        assertThat(record(ProgrammeId.of("no-such"), day, day, "letter"))
                .isEqualTo(new WaiverOutcome.NoSuchProgramme());
        assertThat(waivers.of(organisation)).isEmpty();
    }

    @Test
    void the_latest_judgement_counts_and_earlier_ones_stay_on_file() {
        programmes.judge(STAFF, organisation, CLUB, true, "open to everybody");
        assertThat(programmes.factsOf(organisation).judgements()).containsEntry(CLUB, true);
        programmes.judge(STAFF, organisation, CLUB, false, "members only after all");
        assertThat(programmes.factsOf(organisation).judgements()).containsEntry(CLUB, false);
        assertThat(
                        db.fetchCount(
                                org.jooq.impl.DSL.table("programme.judgement"),
                                org.jooq.impl.DSL.condition(
                                        "organisation = ?", organisation.value())))
                .isEqualTo(2);
        assertThat(programmes.judge(STAFF, organisation, CLUB, true, " "))
                .isEqualTo(new JudgementOutcome.GroundsMissing());
        assertThat(programmes.judge(STAFF, organisation, "no-such", true, "because"))
                .isEqualTo(new JudgementOutcome.NoSuchQuestion());
    }

    @Test
    @Requirement("ORD-05")
    void what_may_still_be_ordered_is_there_before_the_first_order() {
        var states = programmes.mayStillOrder(organisation);
        assertThat(states)
                .filteredOn(state -> state.programme().equals(ADOBE))
                .extracting(AllotmentState::left, AllotmentState::lines)
                .contains(org.assertj.core.groups.Tuple.tuple(new Figure.Units(4), List.of()));
    }
}
