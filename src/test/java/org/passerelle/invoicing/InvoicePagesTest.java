package org.passerelle.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.OFFICE;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.security.As;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@ProductTest
@Requirement({"INV-01", "INV-04"})
class InvoicePagesTest {
    private final MockMvcTester pages;
    private final OrderingFixture house;
    private final Invoicing invoicing;
    private final IssuedInvoice issued;
    private final Person finance;
    private OrderingFixture.Buyer buyer;
    private InvoiceNumber number = new InvoiceNumber("X", 2000, 1);

    InvoicePagesTest(
            @Autowired WebApplicationContext product,
            @Autowired OrderingFixture house,
            @Autowired Invoicing invoicing,
            @Autowired IssuedInvoice issued,
            @Autowired People people) {
        this.pages = As.pages(product);
        this.house = house;
        this.invoicing = invoicing;
        this.issued = issued;
        this.finance = Accounts.staff(people, Role.FINANCE);
        this.buyer = house.qualified();
    }

    @BeforeEach
    void an_invoice_was_issued() {
        buyer = house.qualified();
        number = issued.to(buyer.organisation(), OFFICE);
    }

    private MvcTestResult get(Person who, String path) {
        return pages.get().uri(path).with(As.person(who)).exchange();
    }

    private MvcTestResult credit(String units, String reason) {
        return pages.post()
                .uri("/staff/invoices/" + number + "/credit")
                .with(As.person(finance))
                .with(As.form())
                .param("office", OFFICE.value())
                .param("units-1", units)
                .param("reason", reason)
                .exchange();
    }

    @Test
    void a_member_sees_the_invoices_of_the_organisation_and_saves_its_documents() {
        assertThat(get(buyer.holder(), "/invoices"))
                .hasStatusOk()
                .bodyText()
                .contains("Facture " + number, "24,27", "PDF");
        assertThat(get(buyer.holder(), "/invoices/" + number + "/pdf"))
                .hasStatusOk()
                .hasContentType("application/pdf");
    }

    @Test
    void another_organisation_s_invoice_is_unknown() {
        var stranger = house.qualified();

        assertThat(get(stranger.holder(), "/invoices/" + number + "/pdf")).hasStatus(404);
        assertThat(get(stranger.holder(), "/invoices"))
                .bodyText()
                .doesNotContain(number.toString());
    }

    @Test
    void finance_finds_an_invoice_by_its_number_and_sees_what_waits() {
        assertThat(get(finance, "/staff/invoices?text=" + number))
                .hasStatusOk()
                .bodyText()
                .contains("Facture " + number, "Factures du mois");
        assertThat(get(finance, "/staff/invoices?text=no-such-thing"))
                .bodyText()
                .doesNotContain(number.toString());
    }

    @Test
    void finance_gives_back_units_with_a_reason() {
        assertThat(credit("1", "Retour")).hasStatus3xxRedirection();

        assertThat(get(buyer.holder(), "/invoices"))
                .bodyText()
                .contains("Note de crédit", "Corrige " + number);
        assertThat(invoicing.left(OFFICE, number)).containsExactly(1L);
    }

    @Test
    void what_cannot_be_given_back_is_said_and_nothing_is_issued() {
        assertThat(credit("3", "Retour")).hasStatus(422).bodyText().contains("reste 2 au plus");
        assertThat(credit("", "Retour")).hasStatus(422).bodyText().contains("combien");
        assertThat(credit("x", "")).hasStatus(422).bodyText().contains("Écrivez le motif");

        assertThat(invoicing.ofOrganisation(buyer.organisation())).hasSize(1);
    }
}
