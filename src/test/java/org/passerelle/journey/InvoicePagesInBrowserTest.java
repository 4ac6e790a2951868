package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Role;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.ordering.OrderingFixture;
import org.springframework.beans.factory.annotation.Autowired;

/// The pages of invoices and of taxes, looked at with a critical eye at both widths.
@ProductTest
@BrowserTest
@Requirement({"INV-01", "INV-04"})
class InvoicePagesInBrowserTest {
    @Autowired OrderingFixture house;
    @Autowired Invoicing invoicing;
    @Autowired IssuedInvoice issued;
    @Autowired People people;

    private static void look(Visitor visitor, String name, String address) {
        assertThat(visitor.open(address)).as(address).isEqualTo(200);
        visitor.look(name);
    }

    @Test
    void invoices_of_a_member_and_of_finance(Browsing browsing) {
        var buyer = house.qualified();
        house.paid(buyer, OrderingFixture.ACROBAT, "1");
        var number = issued.to(buyer.organisation(), OrderingFixture.OFFICE);
        var office = OrderingFixture.OFFICE;
        invoicing.credit(OrderingFixture.STAFF, office, number, Map.of(1, 1L), false, "Retour");
        var note = invoicing.ofOrganisation(buyer.organisation()).getFirst().number();
        var member = browsing.visitor();
        member.signIn(buyer.holder().username(), Accounts.PASSWORD);
        look(member, "invoices", "/invoices");
        look(member, "organisation-tax", "/organisation/tax");

        var finance = browsing.visitor();
        finance.signIn(Accounts.staff(people, Role.FINANCE).username(), Accounts.PASSWORD);
        for (var language : List.of("fr", "en")) {
            look(finance, "staff-invoices", "/staff/invoices?lang=" + language);
            look(finance, "staff-invoice", "/staff/invoices/" + number);
            look(finance, "staff-credit-note", "/staff/invoices/" + note);
            look(finance, "staff-taxes", "/staff/tax");
        }
    }
}
