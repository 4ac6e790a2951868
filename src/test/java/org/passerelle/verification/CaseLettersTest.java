package org.passerelle.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.organisation.Organisations;
import org.passerelle.security.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Who gets a letter about a case: whoever reads the official address, and whoever can act.
@ProductTest
@Requirement("NOT-01")
class CaseLettersTest {
    private static final String OFFICIAL = "bureau@mainsvertes.example";

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Verification verification;
    @Autowired Requalification requalification;
    @Autowired Notification notification;
    @Autowired DSLContext db;

    private final Reviewer renee = VerificationFixtures.reviewer("Renée");
    private Person holder;

    @BeforeEach
    void register() {
        holder = Accounts.member(people);
    }

    private OrganisationId submitted() {
        return VerificationFixtures.submitted(
                organisations, verification, holder.id(), VerificationFixtures.rcs());
    }

    private CaseId inReview(OrganisationId id) {
        var about = verification.caseOf(id).orElseThrow().id();
        verification.claim(VerificationFixtures.staff(renee), about, renee);
        return about;
    }

    private List<SentLetter> letters(OrganisationId id, String kind) {
        return notification.ofOrganisation(id).stream()
                .filter(one -> one.template().equals("verification." + kind))
                .toList();
    }

    @Test
    void each_goes_to_the_official_address_and_to_the_holder_and_the_page_says_so() {
        var id = submitted();
        var about = inReview(id);
        var staff = VerificationFixtures.staff(renee);
        var question = new NewQuestion(java.util.Optional.empty(), "Qui signe ?");
        verification.ask(staff, about, renee, List.of(question));
        verification.resume(staff, about, renee);
        verification.decide(
                staff, about, renee, new Ruling.Refuse(List.of("document-unreadable"), ""));

        for (var kind : List.of("submitted", "asked", "resumed", "refused")) {
            assertThat(letters(id, kind))
                    .as(kind)
                    .extracting(SentLetter::to)
                    .containsExactlyInAnyOrder(OFFICIAL, holder.email());
        }
        assertThat(letters(id, "refused"))
                .filteredOn(one -> one.to().equals(holder.email()))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.text().replaceAll("\\s+", " "))
                                .contains("parce que vous tenez le compte de"));
        assertThat(Site.signedIn(port, holder).get("/organisation/case").body())
                .contains("partent à " + OFFICIAL + " et à " + holder.email());
    }

    @Test
    void a_holder_whose_own_address_is_the_official_one_gets_one() {
        var id = submitted();
        db.execute(
                "update organisation.registration set official_email = ? where id = ?",
                holder.email().toUpperCase(java.util.Locale.ROOT),
                id.value());
        verification.decide(
                VerificationFixtures.staff(renee),
                inReview(id),
                renee,
                new Ruling.Qualify("", Set.of()));

        assertThat(letters(id, "qualified")).hasSize(1);
        assertThat(verification.writesTo(id)).hasSize(1);
    }

    @Test
    @Requirement("VER-01")
    void requalification_names_all_that_changed() {
        var id = submitted();
        var about = inReview(id);
        verification.decide(
                VerificationFixtures.staff(renee), about, renee, new Ruling.Qualify("", Set.of()));
        db.execute(
                "update organisation.registration set legal_name = 'Tout autre', form ="
                        + " 'fondation' where id = ?",
                id.value());

        requalification.lookAgain(id);

        assertThat(letters(id, "changed"))
                .hasSize(2)
                .allSatisfy(one ->
                        assertThat(one.text().replaceAll("\\s+", " "))
                                .contains("ont changé", "la forme juridique", "le nom légal"));
        assertThat(Site.signedIn(port, holder).get("/organisation/case").body())
                .contains("le nom légal, la forme juridique");
        assertThat(Site.signedIn(port, holder).get("/organisation").body())
                .as("the thing to do says why")
                .contains("le nom légal, la forme juridique. Elle prend donc fin plus tôt");
    }
}
