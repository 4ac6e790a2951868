package org.passerelle.demo.paypal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.demo.paypal.SimulatedOrder.Course;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.notification.Notification;
import org.passerelle.ordering.CanadianFixture;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderState;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.paypal.Attempt;
import org.passerelle.paypal.PayPalPayments;
import org.passerelle.security.As;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/// An order paid by card or PayPal as its buyer goes through the pages.
@PayPalProduct
@Requirement("PAY-03")
class PayPagesTest {
    private final MockMvcTester pages;

    @Autowired CanadianFixture house;
    @Autowired PayPalPayments paypal;
    @Autowired SimulatedPayPal simulated;
    @Autowired Notification notification;

    PayPagesTest(@Autowired WebApplicationContext product) {
        this.pages = As.pages(product);
    }

    private MvcTestResult get(Buyer buyer, String path) {
        return pages.get().uri(path).with(As.person(buyer.holder())).exchange();
    }

    private Attempt begins(Buyer buyer, Order order) {
        var answer =
                pages.post()
                        .uri("/orders/" + order.number() + "/pay")
                        .with(As.person(buyer.holder()))
                        .with(As.form())
                        .param("choice", "card")
                        .exchange();
        assertThat(answer).hasStatus3xxRedirection();
        return paypal.of(order.number().payable()).getFirst();
    }

    private static String page(Order order, Attempt attempt) {
        return "/orders/" + order.number() + "/pay/" + attempt.id();
    }

    private Order now(Order order) {
        return house.ordering.order(order.number()).orElseThrow();
    }

    @Test
    void the_order_offers_card_and_paypal_and_goes_on_once_the_money_is_there() {
        var buyer = house.qualified("CA-ON");
        var order = house.placed(buyer, CanadianFixture.ACROBAT, "1");
        assertThat(get(buyer, "/orders/" + order.number()))
                .bodyText()
                .contains("par carte", "avec PayPal", "aucun compte");

        var attempt = begins(buyer, order);
        assertThat(get(buyer, page(order, attempt) + "/go"))
                .hasStatusOk()
                .headers()
                .hasHeaderSatisfying(
                        "Refresh",
                        it -> assertThat(it.getFirst()).contains("/demo/paypal/checkoutnow"));
        assertThat(now(order).state()).isInstanceOf(OrderState.AwaitingPayment.class);
        simulated.approve(attempt.state().paypalOrder().orElseThrow(), Course.CARD);
        assertThat(get(buyer, page(order, attempt) + "/agreed")).hasStatus3xxRedirection();

        assertThat(get(buyer, page(order, attempt)))
                .bodyText()
                .contains("Nous avons reçu votre paiement");
        await().atMost(Duration.ofSeconds(15))
                .until(() -> !(now(order).state() instanceof OrderState.AwaitingPayment));
    }

    @Test
    void while_paypal_holds_the_money_back_the_order_says_so_and_a_no_is_written() {
        var buyer = house.qualified("CA-ON");
        var order = house.placed(buyer, CanadianFixture.ACROBAT, "1");
        var attempt = begins(buyer, order);
        var paypals = attempt.state().paypalOrder().orElseThrow();
        simulated.approve(paypals, Course.PENDING);
        get(buyer, page(order, attempt) + "/agreed");

        assertThat(get(buyer, page(order, attempt)))
                .bodyText()
                .contains("PayPal vérifie votre paiement");
        assertThat(get(buyer, "/orders/" + order.number()))
                .bodyText()
                .contains("Un paiement est en cours", "Ne payez pas une deuxième fois")
                .doesNotContain("/pay\" method");

        simulated.decide(paypals, "DECLINED");
        await().atMost(Duration.ofSeconds(15))
                .until(() ->
                        notification.about(order.number().letters()).stream()
                                .anyMatch(it -> it.subject().contains("payment was refused")));
        assertThat(get(buyer, "/orders/" + order.number())).bodyText().contains("par carte");
        assertThat(now(order).state()).isInstanceOf(OrderState.AwaitingPayment.class);
    }

    @Test
    void finance_sees_what_was_paid_held_back_and_taken_back(@Autowired People people)
            throws Exception {
        var buyer = house.qualified("CA-ON");
        var order = house.placed(buyer, CanadianFixture.ACROBAT, "1");
        var attempt = begins(buyer, order);
        var paypals = attempt.state().paypalOrder().orElseThrow();
        simulated.approve(paypals, Course.PENDING);
        get(buyer, page(order, attempt) + "/agreed");
        var finance = Accounts.staff(people, Role.FINANCE);

        assertThat(attempts(finance))
                .contains("Commande " + order.number(), paypals, "Retenu depuis", "PENDING_REVIEW");

        simulated.decide(paypals, "COMPLETED");
        await().atMost(Duration.ofSeconds(15))
                .until(() -> attempts(finance).contains("PayPal garde"));
        simulated.decide(paypals, "REVERSED");
        await().atMost(Duration.ofSeconds(15))
                .until(() -> attempts(finance).contains("de nouveau dû sur la commande"));
    }

    private String attempts(Person finance) throws java.io.UnsupportedEncodingException {
        return pages.get()
                .uri("/staff/paypal")
                .with(As.person(finance))
                .exchange()
                .getResponse()
                .getContentAsString();
    }
}
