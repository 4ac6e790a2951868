package org.passerelle.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.agenda.Agenda;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditLine;
import org.passerelle.document.Documents;
import org.passerelle.document.TakeOutcome;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.PersonId;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.OrganisationFacts.Waiver;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@Requirement("ELI-05")
class WaiversTest {
    /// The official address and the holder's.
    private static final int TO_BOTH = 2;

    private static final Actor.Staff CLARA = new Actor.Staff(PersonId.random(), "Clara Wolff");
    private static final ProgrammeId AUTODESK = ProgrammeId.of("autodesk-donation");

    @Autowired OrderingFixture house;
    @Autowired Waivers waivers;
    @Autowired Programmes programmes;
    @Autowired DSLContext db;
    @Autowired Documents documents;
    @Autowired Notification notification;
    @Autowired Agenda agenda;
    @Autowired Audit audit;
    @Autowired Clock clock;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Buyer buyer;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void somebody_qualified() {
        buyer = house.qualified();
        today = clock.instant().atZone(ZoneId.of("Europe/Luxembourg")).toLocalDate();
    }

    private WaiverId recorded(LocalDate from, LocalDate to) {
        var letter =
                (TakeOutcome.Taken)
                        documents.take(
                                Optional.of(CLARA.person()),
                                "accord.pdf",
                                new ByteArrayInputStream(VerificationFixtures.PDF),
                                1);
        var outcome =
                waivers.record(
                        CLARA,
                        buyer.organisation(),
                        new Waiver(AUTODESK, from, to),
                        "courriel du 3 mars",
                        Optional.of(letter.document().id()));
        assertThat(outcome).isInstanceOf(WaiverOutcome.Recorded.class);
        return ((WaiverOutcome.Recorded) outcome).id();
    }

    private List<String> letters() {
        return notification.ofOrganisation(buyer.organisation()).stream()
                .map(SentLetter::template)
                .filter(template -> template.startsWith("programme.waiver"))
                .toList();
    }

    @Test
    void the_letter_is_kept_with_it_and_the_organisation_is_told() {
        var id = recorded(today, today.plusDays(30));

        var waiver = waivers.find(id).orElseThrow();
        var file = waiver.file().orElseThrow();
        assertThat(waivers.withFile(file)).contains(waiver);
        assertThat(documents.open(file)).isPresent();
        assertThat(letters())
                .containsExactly("programme.waiver-recorded", "programme.waiver-recorded");
        assertThat(agenda.due(Waivers.ENDS, id.toString()))
                .contains(
                        today.plusDays(31)
                                .atStartOfDay(ZoneId.of("Europe/Luxembourg"))
                                .toInstant());
    }

    @Test
    void one_that_begins_later_or_is_over_is_not_said_to_lift_anything_today() {
        recorded(today.plusDays(10), today.plusDays(30));
        assertThat(lastLetter())
                .contains("à partir de son premier jour")
                .doesNotContain("envoyez-le-nous");

        recorded(today.minusDays(30), today.minusDays(10));
        assertThat(lastLetter()).contains("n’est plus valable");
    }

    private String lastLetter() {
        return notification.ofOrganisation(buyer.organisation()).stream()
                .filter(letter -> letter.template().equals("programme.waiver-recorded"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void a_waiver_is_taken_back_once_with_a_reason_that_is_told() {
        var id = recorded(today, today.plusDays(30));

        assertThat(waivers.revoke(CLARA, id, "Retiré par le partenaire")).isTrue();
        assertThat(waivers.revoke(CLARA, id, "Encore")).isFalse();

        assertThat(waivers.find(id).orElseThrow().isValidOn(today)).isFalse();
        assertThat(agenda.due(Waivers.ENDS, id.toString())).isEmpty();
        assertThat(letters()).contains("programme.waiver-revoked");
        assertThat(audit.of(buyer.organisation(), 10))
                .extracting(AuditLine::action)
                .contains("programme.waiver-recorded", "programme.waiver-revoked");
    }

    @Test
    void its_end_is_told_and_one_that_was_taken_back_has_none() {
        var ending = recorded(today, today.plusDays(1));
        waivers.passed(ending, true);
        assertThat(letters()).contains("programme.waiver-ended");

        buyer = house.qualified();
        var revoked = recorded(today, today.plusDays(1));
        waivers.revoke(CLARA, revoked, "Erreur");
        waivers.passed(revoked, true);
        assertThat(letters()).doesNotContain("programme.waiver-ended");
    }

    private void boughtAYearAgo() {
        db.execute(
                "insert into organisation.prior_purchase values (?, 90, 'autodesk', ?)",
                buyer.organisation().value(),
                today.minusYears(1));
        programmes.reEvaluate(buyer.organisation());
    }

    private EligibilityDecision decision() {
        return programmes.decisionOf(buyer.organisation(), AUTODESK).orElseThrow();
    }

    private String outcomeKept() {
        return programmes.decisionsBefore(buyer.organisation(), AUTODESK).stream()
                .findFirst()
                .map(kept -> kept.decision().outcome())
                .orElse("");
    }

    private List<String> all(String template) {
        return notification.ofOrganisation(buyer.organisation()).stream()
                .filter(letter -> letter.template().equals(template))
                .map(SentLetter::text)
                .toList();
    }

    @Test
    void its_end_decides_anew_and_one_letter_tells_what_is_lost_and_why() {
        await().until(() -> outcomeKept().equals("eligible"));
        boughtAYearAgo();
        assertThat(decision().outcome()).isEqualTo("ineligible");
        await().until(() -> all("programme.eligibility-changed").size() == TO_BOTH);
        var id = recorded(today.minusDays(3), today.plusDays(1));
        assertThat(decision().outcome()).isEqualTo("eligible");

        db.execute(
                "update programme.waiver set valid_to = ? where id = ?",
                today.minusDays(1),
                id.value());
        waivers.passed(id, true);

        var kept = programmes.decisionsBefore(buyer.organisation(), AUTODESK);
        assertThat(kept.getFirst().decision().outcome()).isEqualTo("ineligible");
        assertThat(all("programme.waiver-ended"))
                .hasSize(TO_BOTH)
                .first()
                .asString()
                .contains("Non éligible", "• Achats");
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(4))
                .until(() -> all("programme.eligibility-changed").size() == TO_BOTH);
    }

    @Test
    void it_lifts_the_rule_that_asks_for_it_and_no_other() {
        boughtAYearAgo();
        var without = programmes.decisionsOf(buyer.organisation());
        recorded(today, today.plusDays(30));
        var with = programmes.decisionsOf(buyer.organisation());

        assertThat(decision().reasons().lifted())
                .extracting(Finding.Leaf::criterion)
                .containsExactly("customer-of");
        for (var index = 0; index < with.size(); index++) {
            var before = without.get(index).findings();
            var after = with.get(index).findings();
            for (var leaf = 0; leaf < after.size(); leaf++) {
                if (!after.get(leaf).equals(before.get(leaf))) {
                    assertThat(with.get(index).basis().programme()).isEqualTo(AUTODESK);
                    assertThat(after.get(leaf).criterion()).isIn("customer-of", "waiver");
                }
            }
        }
    }

    @Test
    void where_no_rule_asks_for_one_there_is_nothing_to_lift() {
        var outcome =
                waivers.record(
                        CLARA,
                        buyer.organisation(),
                        new Waiver(ProgrammeId.of("docusign"), today, today),
                        "courriel",
                        Optional.empty());
        assertThat(outcome).isEqualTo(new WaiverOutcome.NothingToLift());
        assertThat(waivers.of(buyer.organisation())).isEmpty();
    }
}
