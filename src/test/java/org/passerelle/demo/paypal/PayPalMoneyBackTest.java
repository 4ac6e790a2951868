package org.passerelle.demo.paypal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.agenda.DueHandler;
import org.passerelle.demo.paypal.SimulatedOrder.Course;
import org.passerelle.ledger.Account;
import org.passerelle.payment.Means;
import org.passerelle.payment.PayableRef;
import org.passerelle.payment.Payout;
import org.passerelle.paypal.AttemptState.Captured;
import org.passerelle.paypal.AttemptState.TakenBack;

/// Money that goes back by card or PayPal, by whomever.
@PayPalProduct
@Requirement("PAY-03")
class PayPalMoneyBackTest extends PayPalTrial {
    @Test
    @Requirement("ORD-09")
    void money_that_comes_for_an_order_that_ended_goes_back_over_the_capture() {
        var ref = owed("44.46");
        var attempt = paid(ref, Course.PENDING);
        payments.returnMoney(STAFF, ref, "expired");

        simulated.decide(orderOf(attempt), "COMPLETED");

        settled(attempt.id(), Captured.class);
        await().atMost(Duration.ofSeconds(20)).until(() -> isSent(ref));
        assertThat(simulated.find(orderOf(attempt)).orElseThrow().refunded())
                .isEqualTo(cad("44.46"));
        var payout = payments.get(ref).payouts().getFirst();
        assertThat(payout.means()).isEqualTo(Means.CARD);
        var balance =
                ledger.balance(
                        CANADA,
                        Account.customer(payments.get(ref).organisation()),
                        cad("0.00").getCurrencyUnit());
        assertThat(balance).isEqualTo(cad("0.00"));
    }

    private boolean isSent(PayableRef ref) {
        var payouts = payments.get(ref).payouts();
        return !payouts.isEmpty()
                && payouts.stream().allMatch(it -> it.state() instanceof Payout.State.Sent);
    }

    @Test
    @Requirement("ORD-09")
    void part_of_a_payment_goes_back_and_what_paypal_refuses_is_finances() {
        var ref = owed("44.46");
        var attempt = paid(ref, Course.APPROVE);
        payments.giveBack(STAFF, ref, cad("4.46"), "one line");
        await().atMost(Duration.ofSeconds(20)).until(() -> isSent(ref));
        assertThat(simulated.find(orderOf(attempt)).orElseThrow().refunded())
                .isEqualTo(cad("4.46"));

        simulated.find(orderOf(attempt)).orElseThrow().captureStatus = "DECLINED";
        payments.giveBack(STAFF, ref, cad("40.00"), "all");
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        payments.get(ref).payouts().stream()
                                .anyMatch(it -> it.state() instanceof Payout.State.Failed));
    }

    private Money owedByBooks(PayableRef ref) {
        return ledger.balance(
                CANADA,
                Account.customer(payments.get(ref).organisation()),
                cad("0.00").getCurrencyUnit());
    }

    @Test
    void what_a_lost_dispute_took_back_is_owed_again() {
        var ref = owed("44.46");
        var attempt = paid(ref, Course.APPROVE);

        simulated.decide(orderOf(attempt), "REVERSED");

        settled(attempt.id(), TakenBack.class);
        assertThat(payments.get(ref).missing()).isEqualTo(cad("44.46"));
        assertThat(owedByBooks(ref)).isEqualTo(cad("44.46"));
        assertThat(paid(ref, Course.APPROVE).state()).isInstanceOf(Captured.class);
        assertThat(owedByBooks(ref)).isEqualTo(cad("0.00"));
    }

    @Test
    @Requirement("ORD-09")
    void what_the_office_sent_back_on_paypals_own_pages_is_seen_once() {
        var ref = owed("44.46");
        var attempt = paid(ref, Course.APPROVE);
        var capture = simulated.find(orderOf(attempt)).orElseThrow().captureId;

        simulated.refund(capture, java.util.Optional.of(cad("4.46")), "by hand", "");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> payments.get(ref).missing().equals(cad("4.46")));
        simulated.letRefundsThrough(orderOf(attempt)); // told again
        payments.giveBack(STAFF, ref, cad("10.00"), "one line");
        await().atMost(Duration.ofSeconds(20)).until(() -> isSent(ref));

        assertThat(payments.get(ref).reversals()).hasSize(1);
        assertThat(payments.get(ref).received()).isEqualTo(cad("40.00"));
        assertThat(simulated.find(orderOf(attempt)).orElseThrow().refunded())
                .isEqualTo(cad("14.46"));
    }

    @Test
    @Requirement("ORD-09")
    void a_refund_that_takes_its_time_is_asked_for_once_and_by_its_own_id_until_it_is_made() {
        var ref = owed("44.46");
        var attempt = paid(ref, Course.APPROVE);
        var order = simulated.find(orderOf(attempt)).orElseThrow();
        order.holdsRefunds = true;
        payments.giveBack(STAFF, ref, cad("4.46"), "one line");
        await().atMost(Duration.ofSeconds(20)).until(() -> !order.refunds.isEmpty());
        var payout = payments.get(ref).payouts().getFirst();
        var refund = order.refunds.getFirst();
        assertThat(payout.state()).isInstanceOf(Payout.State.Due.class);

        refunds().fallDue(payout.id() + " " + refund.id(), java.time.Instant.now());
        assertThat(payments.get(ref).payouts().getFirst().state())
                .isInstanceOf(Payout.State.Due.class);
        order.holdsRefunds = false;
        refunds().fallDue(payout.id() + " " + refund.id(), java.time.Instant.now());

        assertThat(payments.get(ref).payouts().getFirst().state())
                .isInstanceOf(Payout.State.Sent.class);
        assertThat(order.refunds).hasSize(1);
    }

    private DueHandler refunds() {
        return handlers.stream()
                .filter(one -> one.kind().equals("paypal.refund"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Requirement("ORD-09")
    void a_refund_that_took_its_time_is_made_as_soon_as_paypal_says_so() {
        var ref = owed("44.46");
        var attempt = paid(ref, Course.APPROVE);
        var order = simulated.find(orderOf(attempt)).orElseThrow();
        order.holdsRefunds = true;
        payments.giveBack(STAFF, ref, cad("4.46"), "one line");
        await().atMost(Duration.ofSeconds(20)).until(() -> !order.refunds.isEmpty());

        simulated.letRefundsThrough(orderOf(attempt));

        await().atMost(Duration.ofSeconds(20)).until(() -> isSent(ref));
        assertThat(payments.get(ref).reversals()).isEmpty();
    }
}
