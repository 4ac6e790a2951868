package org.passerelle.portal.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.passerelle.ordering.OrderingFixture.ACROBAT;
import static org.passerelle.ordering.OrderingFixture.STAFF;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.ledger.Cause;
import org.passerelle.ledger.Statement;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.payment.Payouts;
import org.passerelle.security.As;
import org.passerelle.words.WordBook;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@ProductTest
@Requirement("PAY-05")
class BalancePagesTest {
    private final MockMvcTester pages;
    private final OrderingFixture house;
    private final Payouts payouts;

    BalancePagesTest(
            @Autowired WebApplicationContext product,
            @Autowired OrderingFixture house,
            @Autowired Payouts payouts) {
        this.pages = As.pages(product);
        this.house = house;
        this.payouts = payouts;
    }

    private MvcTestResult balance(Buyer buyer) {
        return pages.get().uri("/organisation/balance").with(As.person(buyer.holder())).exchange();
    }

    @Test
    void what_is_left_to_pay_is_explained_order_by_order() {
        var buyer = house.qualified();
        assertThat(balance(buyer)).bodyText().contains("Pas encore de compte");

        var paid = house.paid(buyer, WINDOWS, "1");
        assertThat(balance(buyer)).bodyText().contains("Tout est réglé");

        var open = house.placed(buyer, ACROBAT, "1");
        var words = WordBook.ofClasspath().in(Language.FR);
        assertThat(balance(buyer))
                .bodyText()
                .contains("Il reste " + words.money(open.total().gross()) + " à payer")
                .contains("/orders/" + paid.number(), "/orders/" + open.number())
                .contains("Nous avons reçu votre paiement");
    }

    @Test
    void on_one_day_money_goes_back_after_the_credit_note_that_says_what_for() {
        var day = LocalDate.of(2026, 11, 4);
        var lines =
                List.of(
                        line(day.minusDays(1), "order", 317),
                        line(day.minusDays(1), "receipt", -317),
                        line(day, "payout", 105),
                        line(day, "credit-note", -105));

        assertThat(BalancePages.asItReads(lines))
                .extracting(it -> it.cause().kind(), it -> it.balance().getAmountMajorInt())
                .containsExactly(
                        tuple("order", 317),
                        tuple("receipt", 0),
                        tuple("credit-note", -105),
                        tuple("payout", 0));
    }

    private static Statement.Line line(LocalDate on, String kind, int euros) {
        var amount = Money.of(CurrencyUnit.EUR, euros);
        return new Statement.Line(
                1, on, new Cause(kind, "x"), Optional.empty(), "order x", amount, amount);
    }

    @Test
    void money_that_goes_back_says_whether_it_has_left() {
        var buyer = house.qualified();
        var order = house.paid(buyer, WINDOWS, "1");
        house.ordering.cancel(STAFF, order.number(), "Erreur");
        assertThat(balance(buyer)).bodyText().contains("à envoyer", "en route vers vous");

        var payout = house.payments.get(order.number().payable()).payouts().getFirst();
        payouts.sent(STAFF, payout.id(), "E2E 1", LocalDate.of(2026, 11, 3));
        assertThat(balance(buyer))
                .bodyText()
                .contains("parti le 3 novembre 2026", "Tout est réglé")
                .doesNotContain("en route vers vous");
    }
}
