package org.passerelle.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.document.DocumentId;
import org.passerelle.document.InfectedFound;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.organisation.Missing;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.SubmitOutcome;
import org.passerelle.pack.Packs;
import org.passerelle.security.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A document whose file was deleted because of a virus is missing again, and its organisation is
/// told.
@ProductTest
@Requirement({"ORG-01", "VER-09", "NOT-01"})
class InfectedEvidenceTest {
    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Verification verification;
    @Autowired Notification notification;
    @Autowired InfectedEvidence infected;
    @Autowired Packs packs;
    @Autowired DSLContext db;

    private Person holder;

    @BeforeEach
    void register() {
        holder = Accounts.member(people);
    }

    /// As the scanner leaves it.
    private Evidence lost(OrganisationId id) {
        var evidence = verification.evidenceOf(id).getFirst();
        var storedAs =
                db.fetchValue(
                                "select stored_as from verification.evidence where id = ?",
                                evidence.id().value())
                        .toString();
        var document = DocumentId.of(storedAs);
        db.execute(
                "update document.file set scan = 'INFECTED', scanned_at = now(), threat = 'Eicar'"
                        + " where id = ?",
                document.value());
        infected.on(new InfectedFound(document, evidence.fileName(), Optional.of("case"), "Eicar"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(letters(id)).hasSize(2));
        return evidence;
    }

    private List<SentLetter> letters(OrganisationId id) {
        return notification.ofOrganisation(id).stream()
                .filter(one -> one.template().equals("verification.evidence-lost"))
                .toList();
    }

    @Test
    void it_is_missing_again_in_a_registration_whose_people_are_told_to_attach_another() {
        var id = VerificationFixtures.draft(organisations, verification, packs, holder.id());
        assertThat(verification.missing(id)).isEmpty();

        var lost = lost(id);

        assertThat(verification.missing(id))
                .singleElement()
                .isInstanceOfSatisfying(
                        Missing.Evidence.class,
                        one -> assertThat(EvidenceKinds.key(one.kind())).isEqualTo(lost.kind()));
        assertThat(verification.submit(VerificationFixtures.member(holder.id()), id))
                .isInstanceOf(SubmitOutcome.Incomplete.class);
        assertThat(Site.signedIn(port, holder).get("/organisation/registration/evidence").body())
                .contains("Virus trouvé, fichier supprimé", "À joindre");
        assertThat(letters(id))
                .extracting(SentLetter::to)
                .containsExactlyInAnyOrder(holder.email(), "bureau@mainsvertes.example");
        assertThat(letters(id))
                .allSatisfy(one ->
                        assertThat(one.text().replaceAll("\\s+", " "))
                                .contains("document.pdf", "Joignez une copie saine"));
    }

    @Test
    void while_the_office_examines_it_lacks_there_too_and_the_office_asks() {
        var rcs = VerificationFixtures.rcs();
        var id = VerificationFixtures.submitted(organisations, verification, holder.id(), rcs);

        var lost = lost(id);

        var view = verification.caseOf(id).orElseThrow();
        assertThat(verification.queued(List.of(view)).getFirst().given())
                .doesNotContain(lost.kind());
        assertThat(letters(id))
                .allSatisfy(one ->
                        assertThat(one.text().replaceAll("\\s+", " "))
                                .contains("d.pdf", "Préparez une copie saine"));
        assertThat(Site.signedIn(port, holder).get("/organisation/case").body())
                .as("what to do, where nothing can be attached yet")
                .contains("Préparez une copie saine");
        var renee = VerificationFixtures.reviewer("Renée");
        verification.claim(VerificationFixtures.staff(renee), view.id(), renee);
        verification.decide(
                VerificationFixtures.staff(renee),
                view.id(),
                renee,
                new Ruling.Refuse(List.of("document-unreadable"), ""));
        assertThat(verification.find(view.id()).orElseThrow().decision().orElseThrow().evidence())
                .as("what was deleted was not there to decide on")
                .isNotEmpty()
                .doesNotContain(lost.id());
        CaseEventLetters.areAll(verification.history(view.id()), notification.ofOrganisation(id));
        assertThat(Site.signedIn(port, holder).get("/organisation/case").body())
                .contains("Virus trouvé, fichier supprimé", "À joindre", "l’antivirus");
    }
}
