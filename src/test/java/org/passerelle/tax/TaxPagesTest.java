package org.passerelle.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.agenda.Agenda;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Role;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.PersonId;
import org.passerelle.notification.Notification;
import org.passerelle.ordering.CanadianFixture;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.security.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// From what a member says to what an order bears: numbers, certificates, decisions, letters.
@ProductTest
@Requirement({"INV-02", "INV-05"})
class TaxPagesTest {
    private static final Actor.Staff STAFF = new Actor.Staff(PersonId.random(), "Nora Weber");

    @LocalServerPort int port;
    @Autowired CanadianFixture canada;
    @Autowired OrderingFixture luxembourg;
    @Autowired VatNumbers numbers;
    @Autowired Exemptions exemptions;
    @Autowired Notification notification;
    @Autowired Taxes taxes;
    @Autowired Agenda agenda;
    @Autowired People people;
    @Autowired Clock clock;

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("America/Toronto"));
    }

    private List<String> letters(OrderingFixture.Buyer buyer) {
        return notification.ofOrganisation(buyer.organisation()).stream()
                .map(letter -> letter.template())
                .filter(template -> template.startsWith("tax."))
                .distinct()
                .toList();
    }

    private String pdf() {
        return "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";
    }

    private Site finance() {
        return Site.signedIn(port, Accounts.staff(people, Role.FINANCE));
    }

    private void ask(OrderingFixture.Buyer buyer, String place, String until) {
        var answer =
                Site.signedIn(port, buyer.holder())
                        .upload(
                                "/organisation/tax?lang=en",
                                "/organisation/tax/exemptions",
                                Map.of(
                                        "place",
                                        place,
                                        "from",
                                        "2026-01-01",
                                        "until",
                                        until,
                                        "certificate",
                                        "Band Council, 4711"),
                                "certificate.pdf",
                                pdf());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    @Test
    void a_verified_organisation_pays_until_its_certificate_is_accepted() {
        var buyer = canada.qualified("CA-QC");
        var site = Site.signedIn(port, buyer.holder());
        assertThat(site.get("/organisation/tax?lang=en").body())
                .contains("GST 5%", "QST 9.975%", "being verified is not being exempt")
                .doesNotContain("id=\"vat-number\"");

        var last = today().plusDays(40);
        ask(buyer, "CA-QC", "" + last);
        assertThat(site.get("/organisation/tax?lang=en").body())
                .contains("Band Council, 4711", "Asked for", "GST 5%");
        var before = canada.placed(buyer, CanadianFixture.ACROBAT, "1");
        var asked = exemptions.of(buyer.organisation()).getFirst();

        var office = finance();
        assertThat(office.get("/staff/tax?office=techsoup-ca&lang=en").body())
                .contains("Band Council, 4711");
        var page = "/staff/tax/" + buyer.organisation();
        var path = page + "/exemptions/" + asked.id();
        assertThat(
                        office.postFrom(
                                        page,
                                        path + "/accept",
                                        Map.of("place", "CA-QC", "from", "", "reason", ""))
                                .statusCode())
                .isEqualTo(422);
        assertThat(
                        office.postFrom(
                                        page,
                                        path + "/accept",
                                        Map.of(
                                                "place", "CA-QC",
                                                "from", "2026-01-01",
                                                "until", "" + last,
                                                "taxes", "qst",
                                                "reason", "Loi sur la TVQ, article 15"))
                                .statusCode())
                .isEqualTo(302);

        canada.fill(buyer, CanadianFixture.ACROBAT, "1");
        var order = canada.placed(buyer, CanadianFixture.ACROBAT, "1");
        assertThat(order.lines().getFirst().price().taxes())
                .extracting(due -> due.tax().code() + " " + due.tax().category().code())
                .containsExactly("gst S", "qst E");
        assertThat(order.total().vat()).isLessThan(before.total().vat());
        assertThat(site.get("/orders/" + order.number()).body())
                .contains("Loi sur la TVQ, article 15");
        assertThat(canada.ordering.order(before.number()).orElseThrow().total())
                .as("what was agreed stays")
                .isEqualTo(before.total());
        assertThat(letters(buyer)).containsExactly("tax.exemption-accepted");

        exemptions.passed(asked.id(), false);
        exemptions.passed(asked.id(), true);
        assertThat(letters(buyer)).contains("tax.exemption-ends", "tax.exemption-ended").hasSize(3);
        assertThat(agenda.due(Exemptions.ENDS, asked.id().toString())).isPresent();
        office.postFrom(page, path + "/revoke", Map.of("reason", "Withdrawn by the council"));
        assertThat(agenda.due(Exemptions.ENDS, asked.id().toString())).isEmpty();
        assertThat(site.get("/organisation/tax?lang=en").body())
                .contains("Withdrawn by the council");
    }

    @Test
    void a_refusal_says_why_and_another_can_be_asked_for() {
        var buyer = canada.qualified("CA-ON");
        ask(buyer, "CA-ON", "");
        var asked = exemptions.of(buyer.organisation()).getFirst();
        assertThat(exemptions.refuse(STAFF, asked.id(), " "))
                .isEqualTo(new ExemptionOutcome.ReasonMissing());
        assertThat(exemptions.refuse(STAFF, asked.id(), "It names somebody else."))
                .isEqualTo(new ExemptionOutcome.Done(asked.id()));
        assertThat(
                        exemptions.accept(
                                STAFF,
                                asked.id(),
                                new Exemptions.Scope("CA-ON", today(), Optional.empty()),
                                Set.of(),
                                "law"))
                .isEqualTo(new ExemptionOutcome.DecidedBefore());
        assertThat(letters(buyer)).containsExactly("tax.exemption-refused");
        assertThat(taxes.today(buyer.organisation(), "standard").outcome())
                .isEqualTo(TaxDecision.Outcome.RATES);
        ask(buyer, "CA-ON", "");
        assertThat(exemptions.of(buyer.organisation())).hasSize(2);
    }

    @Test
    void a_request_needs_a_place_of_the_office_days_in_order_and_its_certificate() {
        var buyer = canada.qualified("CA-ON");
        var site = Site.signedIn(port, buyer.holder());
        var wrong =
                site.upload(
                        "/organisation/tax",
                        "/organisation/tax/exemptions",
                        Map.of(
                                "place", "LU",
                                "from", "2026-01-01",
                                "until", "",
                                "certificate", "x"),
                        "certificate.pdf",
                        pdf());
        assertThat(wrong.statusCode()).isEqualTo(422);
        var bare =
                site.postFrom(
                        "/organisation/tax",
                        "/organisation/tax/exemptions",
                        Map.of("place", "CA-ON", "from", "2026-01-01", "certificate", "x"));
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(exemptions.of(buyer.organisation())).isEmpty();
    }

    @Test
    void a_number_counts_once_staff_looked_it_up_and_waits_again_when_that_is_over() {
        var buyer = luxembourg.qualified();
        var site = Site.signedIn(port, buyer.holder());
        var save = "/organisation/tax/number";
        for (var wrong : List.of("LU12345614", "LU1234561", "XX12345613")) {
            assertThat(
                            site.postFrom("/organisation/tax", save, Map.of("number", wrong))
                                    .statusCode())
                    .as(wrong)
                    .isEqualTo(422);
        }
        site.postFrom("/organisation/tax", save, Map.of("number", "lu 123 456 13"));
        assertThat(numbers.of(buyer.organisation()).orElseThrow().number()).isEqualTo("LU12345613");
        assertThat(numbers.toCheck(OrderingFixture.OFFICE)).contains(buyer.organisation());

        var office = finance();
        var page = "/staff/tax/" + buyer.organisation();
        assertThat(office.get("/staff/tax?office=socialware-lu").body())
                .contains(buyer.organisation().toString());
        var answer =
                office.upload(
                        page,
                        page + "/check",
                        Map.of(
                                "number", "LU12345613",
                                "result", "valid",
                                "on", "" + today(),
                                "name-found", "ASBL",
                                "reference", "WAPIAAAA1"),
                        "vies.pdf",
                        pdf());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        var given = numbers.of(buyer.organisation()).orElseThrow();
        var check = given.lastCheck().orElseThrow();
        assertThat(check.validUntil()).isEqualTo(check.on().plusMonths(12));
        assertThat(check.reference()).contains("WAPIAAAA1");
        assertThat(numbers.toCheck(OrderingFixture.OFFICE)).doesNotContain(buyer.organisation());
        assertThat(letters(buyer)).containsExactly("tax.number-valid");
        assertThat(office.get("/staff/tax/documents/" + check.evidence().orElseThrow()))
                .returns(200, one -> one.statusCode());
        assertThat(taxes.today(buyer.organisation(), "standard").grounds())
                .contains(new TaxGround.SameCountry("LU"));

        numbers.checkIsOver(buyer.organisation());
        assertThat(letters(buyer)).as("it counts for a year").hasSize(1);
        assertThat(agenda.due(VatNumbers.CHECK_OVER, buyer.organisation().toString())).isPresent();
        var longAgo = new VatNumbers.Seen(today().minusMonths(12), true, "", "", Optional.empty());
        numbers.check(STAFF, buyer.organisation(), "LU12345613", longAgo);
        assertThat(numbers.toCheck(OrderingFixture.OFFICE))
                .as("a look-up that is over soon is asked for again")
                .contains(buyer.organisation());
        assertThat(letters(buyer)).as("the same answer is no news").hasSize(1);
        var longer = new VatNumbers.Seen(today().minusMonths(13), true, "", "", Optional.empty());
        numbers.check(STAFF, buyer.organisation(), "LU12345613", longer);
        assertThat(agenda.due(VatNumbers.CHECK_OVER, buyer.organisation().toString())).isEmpty();
        numbers.checkIsOver(buyer.organisation());
        assertThat(letters(buyer)).contains("tax.number-over");
        assertThat(numbers.check(STAFF, buyer.organisation(), "LU99999999", longAgo))
                .isEqualTo(CheckOutcome.OTHER_NUMBER);

        var unknown = new VatNumbers.Seen(today(), false, "", "", Optional.empty());
        numbers.check(STAFF, buyer.organisation(), "LU12345613", unknown);
        assertThat(letters(buyer)).contains("tax.number-invalid");
        assertThat(numbers.toCheck(OrderingFixture.OFFICE)).doesNotContain(buyer.organisation());
    }

    @Test
    void nobody_else_opens_a_certificate() {
        var buyer = canada.qualified("CA-ON");
        ask(buyer, "CA-ON", "");
        var file = exemptions.of(buyer.organisation()).getFirst().file().orElseThrow();
        var path = "/organisation/documents/" + file;

        assertThat(Site.signedIn(port, buyer.holder()).get(path).statusCode()).isEqualTo(200);
        assertThat(Site.signedIn(port, canada.qualified("CA-ON").holder()).get(path).statusCode())
                .isEqualTo(404);
    }
}
