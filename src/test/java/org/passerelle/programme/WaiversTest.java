package org.passerelle.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
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
    private static final Actor.Staff CLARA = new Actor.Staff(PersonId.random(), "Clara Wolff");
    private static final ProgrammeId AUTODESK = ProgrammeId.of("autodesk-donation");

    @Autowired OrderingFixture house;
    @Autowired Waivers waivers;
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
        assertThat(letters()).containsExactly("programme.waiver-recorded");
        assertThat(agenda.due(Waivers.ENDS, id.toString()))
                .contains(
                        today.plusDays(31)
                                .atStartOfDay(ZoneId.of("Europe/Luxembourg"))
                                .toInstant());
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
}
