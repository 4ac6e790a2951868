package org.passerelle.portal.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.ACROBAT;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.security.As;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@ProductTest
class CartKeepsTest {
    private static final OfferId ZOOM = OfferId.of("zoom-meetings-1y");
    private static final OfferId ZOOM_LICENCES = OfferId.of("zoom-pro-licences");

    private final MockMvcTester pages;
    private final OrderingFixture house;

    CartKeepsTest(@Autowired WebApplicationContext product, @Autowired OrderingFixture house) {
        this.pages = As.pages(product);
        this.house = house;
    }

    private MvcTestResult get(Buyer buyer, String path) {
        return pages.get().uri(path).with(As.person(buyer.holder())).exchange();
    }

    private MvcTestResult post(Buyer buyer, String path, String... parameters) {
        var request = pages.post().uri(path).with(As.person(buyer.holder())).with(As.form());
        for (var i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    @Test
    @Requirement("ORD-01")
    void going_on_to_the_last_look_keeps_the_quantity_that_was_typed() {
        var buyer = house.qualified();
        house.fill(buyer, WINDOWS, "1");

        assertThat(post(buyer, "/cart/review", "quantity-" + WINDOWS, "3"))
                .hasRedirectedUrl("/cart/review");

        assertThat(quantity(buyer, WINDOWS)).isEqualTo("3");
    }

    @Test
    @Requirement("ORD-01")
    void accepting_a_condition_keeps_what_was_typed_on_other_lines() {
        var buyer = house.qualified();
        house.fill(buyer, WINDOWS, "1");
        house.ordering.put(buyer.organisation(), ACROBAT, "1");
        var condition =
                house.ordering.cart(buyer.organisation(), Language.FR).lines().stream()
                        .filter(line -> line.typed().offer().equals(ACROBAT))
                        .findFirst()
                        .orElseThrow()
                        .conditions()
                        .getFirst();

        post(
                buyer,
                "/cart/" + ACROBAT + "/conditions?text=" + condition.text().path(),
                "version",
                condition.text().version(),
                "act",
                "accept",
                "quantity-" + WINDOWS,
                "4");

        assertThat(quantity(buyer, WINDOWS)).isEqualTo("4");
        assertThat(get(buyer, "/cart")).bodyText().contains("acceptée le");
    }

    @Test
    @Requirement({"ORD-01", "ORD-06"})
    void an_order_that_costs_nothing_is_placed_without_payment() {
        var buyer = house.qualified();
        house.stockroom.importCodes(
                OrderingFixture.STAFF,
                OrderingFixture.OFFICE,
                pool(),
                "ZOOM-" + buyer.organisation());
        house.paid(buyer, ZOOM, "1");
        house.fill(buyer, ZOOM_LICENCES, "2");

        assertThat(get(buyer, "/offers/" + ZOOM_LICENCES))
                .bodyText()
                .contains("au plus après la demande")
                .doesNotContain("par virement");
        assertThat(get(buyer, "/cart/review"))
                .bodyText()
                .contains("Il n’y a rien à payer", "vous pouvez annuler")
                .doesNotContain("par virement");
        var order = house.placed(buyer, ZOOM_LICENCES, "2");

        assertThat(get(buyer, "/orders/" + order.number() + "/placed"))
                .bodyText()
                .contains("Il n’y a rien à payer")
                .doesNotContain("IBAN");
        assertThat(get(buyer, "/orders/" + order.number()))
                .bodyText()
                .contains("En préparation", "Rien à payer")
                .doesNotContain("IBAN", "Paiement reçu", "Payer par virement");
        assertThat(get(buyer, "/messages"))
                .bodyText()
                .contains("Commande " + order.number() + "\u00a0: confirmation<")
                .doesNotContain("Commande " + order.number() + "\u00a0: paiement reçu");
    }

    private String pool() {
        return house.offer(ZOOM).stock()
                        instanceof org.passerelle.pack.model.Offer.Stock.CodePool(var pool)
                ? pool
                : "";
    }

    private String quantity(Buyer buyer, OfferId offer) {
        return house.ordering
                .cart(buyer.organisation(), Language.FR)
                .cart()
                .line(offer)
                .orElseThrow()
                .quantity();
    }
}
