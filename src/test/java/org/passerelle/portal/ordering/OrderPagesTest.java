package org.passerelle.portal.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.GENUINE;
import static org.passerelle.ordering.OrderingFixture.STAFF;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.ordering.HandedOver;
import org.passerelle.ordering.OrderState;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.payment.EpcQrCode;
import org.passerelle.security.As;
import org.passerelle.security.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@ProductTest
class OrderPagesTest {
    private final MockMvcTester pages;
    private final OrderingFixture house;

    OrderPagesTest(@Autowired WebApplicationContext product, @Autowired OrderingFixture house) {
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
    @Requirement({"ORD-01", "ORD-02"})
    void violations_stand_under_their_lines_with_ways_out_that_work() {
        var buyer = house.qualified();
        house.fill(buyer, WINDOWS, "60");
        house.fill(buyer, GENUINE, "1");

        assertThat(get(buyer, "/cart"))
                .bodyText()
                .contains(
                        "points à régler avant de commander",
                        "Il reste 50 licences",
                        "Limite",
                        "Ramener à 50",
                        "En faire une commande à part",
                        "value=\"60\"");

        post(buyer, "/cart/" + WINDOWS + "/quantity", "quantity", "50");
        post(buyer, "/cart/remove", "offer", GENUINE.value());
        assertThat(get(buyer, "/cart")).bodyText().contains("Prêt.", "Relire et commander");
    }

    @Test
    @Requirement("ORD-01")
    void what_was_typed_comes_back_whatever_it_was() {
        var buyer = house.qualified();
        post(buyer, "/cart", "offer", WINDOWS.value(), "quantity", "trois");
        post(buyer, "/cart/quantities", "quantity-" + WINDOWS, "<b>trois");

        assertThat(get(buyer, "/cart"))
                .bodyText()
                .contains("value=\"&lt;b>trois\"")
                .contains("Quantité à corriger");
    }

    /// Another tab changed the cart after the last look: nothing is ordered that was not shown.
    @Test
    @Requirement({"ORD-01", "ORD-05"})
    void what_changed_since_the_last_look_is_told_and_not_ordered() {
        var buyer = house.qualified();
        house.fill(buyer, WINDOWS, "2");
        var review = text(get(buyer, "/cart/review"));
        house.fill(buyer, WINDOWS, "3");

        var key = Site.hidden(review, "key");
        var stale = post(buyer, "/cart/place", "key", key, "seen", Site.hidden(review, "seen"));
        assertThat(stale.getResponse().getRedirectedUrl()).isEqualTo("/cart/review");
        assertThat(post(buyer, "/cart/place", "key", key).getResponse().getRedirectedUrl())
                .as("without having looked")
                .isEqualTo("/cart/review");
        assertThat(house.ordering.history(buyer.organisation())).isEmpty();
        assertThat(house.programmes.historyOf(buyer.organisation()).lines()).isEmpty();

        var anew = text(get(buyer, "/cart/review"));
        var placed = post(buyer, "/cart/place", "key", key, "seen", Site.hidden(anew, "seen"));
        assertThat(placed.getResponse().getRedirectedUrl()).matches("/orders/[0-9]{5}/placed");
    }

    @Test
    @Requirement("ORD-01")
    void a_key_that_is_none_is_the_caller_s_fault() {
        var buyer = house.qualified();
        assertThat(post(buyer, "/cart/place", "key", "")).hasStatus(400);
        assertThat(post(buyer, "/cart/place", "key", "k".repeat(101))).hasStatus(400);
        assertThat(post(buyer, "/cart/place")).hasStatus(400);
    }

    @Test
    @Requirement({"ORD-01", "ORD-05", "ORD-06", "PAY-01"})
    void the_last_look_places_once_and_the_next_page_says_how_to_pay() {
        var buyer = house.qualified();
        house.fill(buyer, WINDOWS, "2");
        var review = text(get(buyer, "/cart/review"));
        var key = Site.hidden(review, "key");
        var seen = Site.hidden(review, "seen");

        var first = post(buyer, "/cart/place", "key", key, "seen", seen);
        var again = post(buyer, "/cart/place", "key", key, "seen", seen);

        assertThat(again.getResponse().getRedirectedUrl())
                .isEqualTo(first.getResponse().getRedirectedUrl());
        var orders = house.ordering.history(buyer.organisation());
        assertThat(orders).hasSize(1);
        var payable = house.payments.get(orders.getFirst().number().payable());
        assertThat(get(buyer, "/orders/" + orders.getFirst().number() + "/placed"))
                .bodyText()
                .contains(
                        payable.iban(),
                        payable.bic(),
                        payable.communication().toString(),
                        payable.epc().map(EpcQrCode::svgPath).orElseThrow());
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Requirement({"ORD-01", "ORD-05"})
    void another_organisations_order_does_not_exist() {
        var order = house.placed(house.qualified(), WINDOWS, "1");
        var stranger = house.qualified();

        assertThat(get(stranger, "/orders/" + order.number())).hasStatus(404);
        assertThat(get(stranger, "/orders/" + order.number() + "/placed")).hasStatus(404);
        assertThat(post(stranger, "/orders/" + order.number() + "/cancel", "reason", "x"))
                .hasStatus(404);
        assertThat(get(stranger, "/orders/abc")).hasStatus(404);
        assertThat(house.ordering.order(order.number()).orElseThrow().state())
                .isInstanceOf(OrderState.AwaitingPayment.class);
    }

    @Test
    @Requirement({"ORD-05", "ORD-11"})
    void the_order_shows_codes_to_copy_and_what_happened() {
        var buyer = house.qualified();
        var order = house.paid(buyer, WINDOWS, "1");
        house.ordering.deliver(
                STAFF,
                order.number(),
                1,
                UUID.randomUUID(),
                new HandedOver.Keys(List.of("W11-ABCD-1234")),
                true);

        assertThat(get(buyer, "/orders/" + order.number()))
                .hasStatusOk()
                .bodyText()
                .contains("W11-ABCD-1234", "data-copy", "Commande livrée", "Paiement complet");
        assertThat(get(buyer, "/orders")).bodyText().contains(order.number().toString(), "Livrée");
    }

    @Test
    @Requirement("ORD-08")
    void cancelling_asks_for_a_reason_and_keeps_what_was_typed() {
        var buyer = house.qualified();
        var order = house.placed(buyer, WINDOWS, "1");

        assertThat(post(buyer, "/orders/" + order.number() + "/cancel", "reason", " "))
                .hasStatus(422)
                .bodyText()
                .contains("dites en quelques mots pourquoi");
        var endless = "x".repeat(1001);
        assertThat(post(buyer, "/orders/" + order.number() + "/cancel", "reason", endless))
                .hasStatus(422)
                .bodyText()
                .contains("001 caractères", endless);
        post(buyer, "/orders/" + order.number() + "/cancel", "reason", "Erreur de saisie");

        assertThat(get(buyer, "/orders/" + order.number()))
                .bodyText()
                .contains("Annulée", "Erreur de saisie", "Vous n’avez rien à payer");
        assertThat(house.letterTo(buyer, "ordering.cancelled"))
                .contains("Vous n’avez rien à payer")
                .doesNotContain("repart vers le compte");
    }

    @Test
    @Requirement("ORD-08")
    void what_cancelling_means_is_said_before_and_its_reason_is_chosen_from_the_pack() {
        var buyer = house.qualified();
        var waiting = house.placed(buyer, WINDOWS, "1");
        var paid = house.paid(buyer, WINDOWS, "1");

        assertThat(get(buyer, "/orders/" + waiting.number()))
                .bodyText()
                .contains("sont libérés aussitôt", "ne versez plus rien", "Commandé par erreur")
                .doesNotContain("repart par le moyen");
        assertThat(get(buyer, "/orders/" + paid.number()))
                .bodyText()
                .contains("repart par le moyen qui a payé", "Il n’y a pas de facture")
                .doesNotContain("ne versez plus rien");
        post(
                buyer,
                "/orders/" + paid.number() + "/cancel",
                "why",
                "no-need",
                "reason",
                "Le poste est supprimé");
        assertThat(get(buyer, "/orders/" + paid.number()))
                .bodyText()
                .contains("Nous n’en avons plus besoin · Le poste est supprimé");
        post(buyer, "/orders/" + waiting.number() + "/cancel", "why", "invented");
        assertThat(get(buyer, "/orders/" + waiting.number())).bodyText().contains("À payer");
    }

    @Test
    @Requirement({"ORD-08", "ORD-09"})
    void an_order_the_partner_has_says_where_to_give_it_back() {
        var buyer = house.qualified();
        var order = house.paid(buyer, WINDOWS, "1");
        house.ordering.transmit(STAFF, order.number());

        assertThat(get(buyer, "/orders/" + order.number()))
                .bodyText()
                .contains(
                        "elle ne peut plus être annulée",
                        "Annoncez-le ici",
                        "href=\"/orders/" + order.number() + "/return\"");
    }

    @Test
    @Requirement("ORD-04")
    void what_is_left_is_explained_down_to_the_orders() {
        var buyer = house.qualified();
        var order = house.placed(buyer, WINDOWS, "6");

        assertThat(get(buyer, "/organisation/allotments"))
                .hasStatusOk()
                .bodyText()
                .contains("Encore 44 sur 50 licences", "/orders/" + order.number());
    }

    @Test
    @Requirement("ORD-01")
    void a_cart_is_of_the_person_s_own_organisation_and_posts_need_a_token() {
        var buyer = house.qualified();

        assertThat(
                        pages.post()
                                .uri("/cart")
                                .with(As.person(buyer.holder()))
                                .param("offer", WINDOWS.value()))
                .hasStatus(403);
        assertThat(post(buyer, "/cart", "offer", "no-such-offer")).hasStatus(404);
        assertThat(house.ordering.cart(buyer.organisation(), Language.FR).lines()).isEmpty();
    }
}
