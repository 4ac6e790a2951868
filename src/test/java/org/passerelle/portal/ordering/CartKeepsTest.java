package org.passerelle.portal.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.ACROBAT;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import java.io.UnsupportedEncodingException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.ordering.Cart;
import org.passerelle.ordering.IdempotencyKey;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.security.As;
import org.passerelle.security.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@ProductTest
class CartKeepsTest {
    private static final OfferId NORTON = OfferId.of("norton-360-5");
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

    @Test
    @Requirement("ORD-01")
    void of_two_windows_the_older_puts_nothing_back() {
        var buyer = house.qualified();
        house.fill(buyer, WINDOWS, "1");
        house.fill(buyer, ACROBAT, "1");
        var shown = shown(get(buyer, "/cart"));

        post(buyer, "/cart/quantities", "quantity-" + WINDOWS, "3");
        post(
                buyer,
                "/cart/quantities",
                "quantity-" + WINDOWS,
                "1",
                "quantity-" + ACROBAT,
                "2",
                AsShown.FIELD,
                shown);

        assertThat(quantity(buyer, WINDOWS)).isEqualTo("3");
        assertThat(quantity(buyer, ACROBAT)).isEqualTo("2");
    }

    @Test
    @Requirement("ORD-01")
    void answers_and_persons_of_a_colleague_stay_beside_mine() {
        var buyer = house.qualified();
        house.ordering.put(buyer.organisation(), WINDOWS, "3");
        var ana = new Cart.Person("Ana", "ana@example.org", Optional.empty());
        house.ordering.answer(buyer.organisation(), WINDOWS, Map.of("use", "Dix postes"));
        house.ordering.name(buyer.organisation(), WINDOWS, Map.of(3, ana));

        house.ordering.answer(buyer.organisation(), WINDOWS, Map.of("plan", "Un plan"));
        house.ordering.name(buyer.organisation(), WINDOWS, Map.of(1, ana));

        var line =
                house.ordering
                        .cart(buyer.organisation(), Language.FR)
                        .cart()
                        .line(WINDOWS)
                        .orElseThrow();
        assertThat(line.answers()).isEqualTo(Map.of("use", "Dix postes", "plan", "Un plan"));
        assertThat(line.persons())
                .containsExactly(ana, new Cart.Person("", "", Optional.empty()), ana);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "2,5", "1000000000", ""})
    @Requirement("ORD-02")
    void a_quantity_that_is_no_number_is_not_said_to_be_zero(String typed) {
        var buyer = house.qualified();
        house.fill(buyer, WINDOWS, typed);

        assertThat(get(buyer, "/cart"))
                .bodyText()
                .contains("Quantité à corriger", "nombre entier de 1 à")
                .doesNotContain("Demandé\u00a0: 0", "Quantité trop petite");
    }

    @Test
    @Requirement("ORD-01")
    void ordering_again_from_another_window_says_that_nothing_was_ordered() {
        var buyer = house.qualified();

        var answer = post(buyer, "/cart/place", "key", IdempotencyKey.random().value());

        assertThat(answer).hasRedirectedUrl("/cart");
        assertThat(answer.getMvcResult().getFlashMap().toString())
                .contains("Rien n’a été commandé", "/orders");
    }

    @Test
    @Requirement("ORD-02")
    void of_two_limits_every_button_leads_below_both() {
        var buyer = house.qualified();
        house.placed(buyer, NORTON, "1");
        house.fill(buyer, NORTON, "50");

        assertThat(get(buyer, "/cart"))
                .bodyText()
                .contains("Ramener à 19")
                .doesNotContain("Ramener à 20");
    }

    @Test
    @Requirement("ORD-02")
    void a_cart_without_a_price_is_not_said_to_be_free() {
        var buyer = house.qualified();
        house.fill(buyer, WINDOWS, "douze");

        assertThat(get(buyer, "/cart"))
                .bodyText()
                .contains("par virement, après")
                .doesNotContain("rien à payer");
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

    private static String shown(MvcTestResult cart) {
        try {
            return Site.hidden(cart.getResponse().getContentAsString(), AsShown.FIELD);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
