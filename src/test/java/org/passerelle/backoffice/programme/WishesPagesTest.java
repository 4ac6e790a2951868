package org.passerelle.backoffice.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Role;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.EligibilityDecision;
import org.passerelle.programme.Programmes;
import org.passerelle.programme.WishOutcome;
import org.passerelle.programme.Wishes;
import org.passerelle.security.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// How a programme would help: said by those who are not eligible, read by programme managers.
@ProductTest
@Requirement("ELI-06")
class WishesPagesTest {
    @LocalServerPort int port;
    @Autowired OrderingFixture house;
    @Autowired Programmes programmes;
    @Autowired Wishes wishes;
    @Autowired Organisations organisations;
    @Autowired People people;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Buyer buyer;

    private ProgrammeId closed = ProgrammeId.of("");
    private ProgrammeId open = ProgrammeId.of("");

    @BeforeEach
    void somebody_not_eligible_for_one_programme() {
        buyer = house.qualified();
        for (var decision : programmes.decisionsOf(buyer.organisation())) {
            if (decision instanceof EligibilityDecision.Eligible) {
                open = decision.basis().programme();
            } else if (decision instanceof EligibilityDecision.Ineligible) {
                closed = decision.basis().programme();
            }
        }
    }

    @Test
    void one_answer_for_each_programme_is_kept_rewritten_and_taken_back() {
        var member = Site.signedIn(port, buyer.holder());
        var page = "/organisation/programmes/" + closed;
        assertThat(member.get(page).body())
                .contains("En quoi ce programme vous aiderait-il", "N’y mettez pas de données")
                .contains("Offres ouvertes à toutes", "/offers/refurbished-laptop");
        var empty = member.postFrom(page, page + "/wish", Map.of("answer", "  "));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Dites en quelques mots");
        var tooLong = member.postFrom(page, page + "/wish", Map.of("answer", "a".repeat(2001)));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("aaaaaaaaaa");
        var before = wishes.counts(OrderingFixture.OFFICE).getOrDefault(closed, 0);

        member.postFrom(page, page + "/wish", Map.of("answer", "Relier nos deux antennes."));
        member.postFrom(
                page, page + "/wish", Map.of("answer", "Relier nos <b>trois</b> antennes."));

        assertThat(wishes.counts(OrderingFixture.OFFICE)).containsEntry(closed, before + 1);
        assertThat(wishes.of(buyer.organisation(), closed).orElseThrow().answer())
                .isEqualTo("Relier nos <b>trois</b> antennes.");
        assertThat(member.get(page).body())
                .contains("Changer la réponse", "trois")
                .doesNotContain("<b>trois");
        member.postFrom(page, page + "/wish/withdraw", Map.of());
        assertThat(wishes.of(buyer.organisation(), closed)).isEmpty();
        assertThat(wishes.withdraw(buyer.organisation(), closed)).isFalse();
    }

    @Test
    void who_is_eligible_is_not_asked() {
        var member = Site.signedIn(port, buyer.holder());
        assertThat(member.get("/organisation/programmes/" + open).body())
                .doesNotContain("En quoi ce programme", "Offres ouvertes à toutes");
        assertThat(wishes.give(buyer.holder().id(), buyer.organisation(), open, "Oui"))
                .isEqualTo(WishOutcome.NOT_REFUSED);
        var unknown = ProgrammeId.of("no-such");
        assertThat(wishes.give(buyer.holder().id(), buyer.organisation(), unknown, "Oui"))
                .isEqualTo(WishOutcome.NO_SUCH_PROGRAMME);
    }

    @Test
    void programme_managers_count_filter_read_and_take_them_along() {
        wishes.give(buyer.holder().id(), buyer.organisation(), closed, "=Relier \"deux\" antennes");
        var name = organisations.get(buyer.organisation()).name();
        var partner = house.pack().programme(closed).orElseThrow().partner();
        var manager = Site.signedIn(port, Accounts.staff(people, Role.PROGRAMME_MANAGER));

        assertThat(manager.get("/staff/wishes?lang=en").body())
                .contains("By partner", name, "=Relier");
        assertThat(manager.get("/staff/wishes?partner=" + partner).body()).contains(name);
        assertThat(manager.get("/staff/wishes?programme=" + open).body()).doesNotContain(name);
        var csv = manager.get("/staff/wishes/answers.csv?programme=" + closed);
        assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", "wishes.csv");
        assertThat(csv.body().lines())
                .anyMatch(line ->
                        line.contains(name) && line.endsWith("\"'=Relier \"\"deux\"\" antennes\""));

        var reviewer = Site.signedIn(port, Accounts.staff(people, Role.REVIEWER));
        assertThat(reviewer.get("/staff/wishes").statusCode()).isEqualTo(403);
        assertThat(reviewer.get("/staff/rules").statusCode()).isEqualTo(403);
    }
}
