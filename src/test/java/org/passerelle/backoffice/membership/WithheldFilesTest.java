package org.passerelle.backoffice.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.document.Documents;
import org.passerelle.document.TakeOutcome;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Role;
import org.passerelle.kernel.Actor;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.organisation.Members;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.OrganisationFacts.Waiver;
import org.passerelle.programme.Waivers;
import org.passerelle.security.Site;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What the virus scanner keeps back is named to staff, with the reason, and offers no link.
@ProductTest
class WithheldFilesTest {
    private static final String NOTE = "Analyse antivirus en attente";

    @LocalServerPort int port;
    @Autowired OrderingFixture house;
    @Autowired People people;
    @Autowired Members members;
    @Autowired Waivers waivers;
    @Autowired Documents documents;
    @Autowired DSLContext db;

    private final String file = "piece-" + UUID.randomUUID() + ".pdf";
    private OrderingFixture.Buyer buyer;
    private Actor.Staff actor;
    private Site staff;

    @BeforeEach
    void somebody_qualified() {
        buyer = house.qualified();
        var support = Accounts.staff(people, Role.ADMINISTRATOR);
        actor = (Actor.Staff) support.actor();
        staff = Site.signedIn(port, support);
    }

    private void withhold() {
        db.execute("update document.file set scan = 'WAITING' where file_name = ?", file);
    }

    @Test
    @Requirement("ACC-05")
    void the_proof_of_a_holder_s_replacement() {
        var next = Accounts.member(people);
        members.replaceHolder(
                actor,
                buyer.organisation(),
                new Members.NewHolder(
                        next.email(), "Partie en mai", file, VerificationFixtures.PDF));
        assertThat(staff.get("/staff/membership").body()).contains("/proof\">" + file);

        withhold();

        assertThat(staff.get("/staff/membership").body())
                .contains(file + " · " + NOTE)
                .doesNotContain("/proof\">" + file);
    }

    @Test
    @Requirement("ELI-05")
    void the_letter_of_a_waiver() {
        var taken =
                (TakeOutcome.Taken)
                        documents.take(
                                Optional.of(actor.person()),
                                file,
                                new ByteArrayInputStream(VerificationFixtures.PDF),
                                1);
        var today = LocalDate.now(java.time.ZoneOffset.UTC);
        var waiver = new Waiver(ProgrammeId.of("autodesk-donation"), today, today.plusDays(30));
        var letter = Optional.of(taken.document().id());
        waivers.record(actor, buyer.organisation(), waiver, "courriel", letter);
        var page = "/staff/organisations/" + buyer.organisation() + "/waivers";
        var link = "/staff/documents/" + taken.document().id();
        assertThat(staff.get(page).body()).contains(link).doesNotContain(NOTE);

        withhold();

        assertThat(staff.get(page).body()).contains(NOTE).doesNotContain(link);
    }
}
