package org.passerelle.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.notification.Notification;
import org.passerelle.organisation.Fault;
import org.passerelle.organisation.Missing;
import org.passerelle.organisation.Organisations;
import org.passerelle.security.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The tax of an order is the one of the province where the organisation is registered, in the
/// office's currency, everywhere it is said.
@ProductTest
@Requirement({"CAT-06", "ORD-01"})
class ProvincialTaxTest {
    @LocalServerPort int port;
    @Autowired CanadianFixture canada;
    @Autowired Organisations organisations;
    @Autowired Notification notification;

    private static Money cad(String amount) {
        return Money.of(CurrencyUnit.CAD, new java.math.BigDecimal(amount));
    }

    @ParameterizedTest
    @CsvSource({
        "CA-ON, 9.10, 79.10, HST 13%",
        "CA-NS, 9.80, 79.80, HST 14%",
        "CA-QC, 10.48, 80.48, 'GST 5%;QST 9.975%'",
        "CA-AB, 3.50, 73.50, GST 5%",
        "CA-NU, 3.50, 73.50, GST 5%"
    })
    void it_is_the_same_in_offer_cart_order_letter_and_history(
            String province, String tax, String gross, String said) {
        var words = said.split(";");
        var buyer = canada.qualified(province);
        var site = Site.signedIn(port, buyer.holder());

        canada.fill(buyer, CanadianFixture.ACROBAT, "2");
        var cart = canada.ordering.cart(buyer.organisation(), Language.EN);
        assertThat(cart.total().vat()).isEqualTo(cad(tax));
        assertThat(cart.total().gross()).isEqualTo(cad(gross));
        assertThat(site.get("/offers/acrobat-pro-1y?lang=en").body()).contains(words);
        assertThat(site.get("/cart").body()).contains(words);
        assertThat(site.get("/cart/review").body()).contains(words).contains("CAD\u00a0" + gross);

        var order = canada.placed(buyer, CanadianFixture.ACROBAT, "2");
        assertThat(order.total().gross()).isEqualTo(cad(gross));
        assertThat(order.number().office()).isEqualTo(CanadianFixture.CANADA);
        assertThat(site.get("/orders/" + order.number()).body())
                .contains(words)
                .contains("CAD\u00a0" + gross)
                .doesNotContain("VAT", "€", "SOCIALware");
        assertThat(notification.ofOrganisation(buyer.organisation()))
                .filteredOn(letter -> letter.template().equals("ordering.placed"))
                .singleElement()
                .satisfies(letter ->
                        assertThat(letter.text())
                                .contains(words)
                                .contains("CAD\u00a0" + gross, "TechSoup Canada")
                                .doesNotContain("SOCIALware", "EUR"));
    }

    @Test
    @Requirement("INV-02")
    void gst_and_qst_are_two_taxes_with_two_amounts_everywhere() {
        var buyer = canada.qualified("CA-QC");
        var site = Site.signedIn(port, buyer.holder());
        canada.fill(buyer, CanadianFixture.ACROBAT, "2");

        assertThat(site.get("/cart?lang=en").body())
                .contains("CAD\u00a03.50", "CAD\u00a06.98")
                .doesNotContain("14.975");
        var order = canada.placed(buyer, CanadianFixture.ACROBAT, "2");
        assertThat(order.lines().getFirst().price().taxes())
                .extracting(due -> due.tax().code() + " " + due.amount())
                .containsExactly("gst CAD 3.50", "qst CAD 6.98");
        assertThat(site.get("/orders/" + order.number()).body())
                .contains("GST 5%", "CAD\u00a03.50", "QST 9.975%", "CAD\u00a06.98");
        assertThat(notification.ofOrganisation(buyer.organisation()))
                .filteredOn(letter -> letter.template().equals("ordering.placed"))
                .singleElement()
                .satisfies(letter ->
                        assertThat(letter.text())
                                .contains("GST 5%", "CAD\u00a03.50")
                                .contains("QST 9.975%", "CAD\u00a06.98"));
    }

    @Test
    void where_no_transfer_is_taken_an_order_names_no_account_and_no_code() {
        var buyer = canada.qualified("CA-ON");
        var order = canada.placed(buyer, CanadianFixture.ACROBAT, "1");
        var page = Site.signedIn(port, buyer.holder()).get("/orders/" + order.number()).body();

        assertThat(page)
                .contains("/orders/" + order.number())
                .doesNotContain("id=\"communication\"", "class=\"qr\"", "IBAN");
    }

    @Test
    @Requirement("ORG-01")
    void a_registration_names_a_province_that_there_is() {
        var buyer = canada.submitted("CA-ON");
        var holder = buyer.holder();
        var id = organisations.start(holder.actor(), holder.id(), CanadianFixture.CANADA);

        organisations.save(holder.actor(), id, CanadianFixture.library("Half", ""));
        assertThat(organisations.missing(id, java.util.Set.of()))
                .contains(new Missing.Value("region"));
        organisations.save(holder.actor(), id, CanadianFixture.library("Half", "CA-XX"));
        assertThat(organisations.faults(id)).extracting(Fault::field).contains("region");
        organisations.save(holder.actor(), id, CanadianFixture.library("Half", "CA-YT"));
        assertThat(organisations.faults(id)).isEmpty();
        assertThat(organisations.get(id).profile().address())
                .hasValueSatisfying(address ->
                        assertThat(address.line())
                                .isEqualTo("12 Mill Street, Maple Grove YT N0B 2G0"));
    }
}
