package org.passerelle.demo.paypal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.joda.money.Money;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.Requirement;
import org.passerelle.agenda.DueHandler;
import org.passerelle.demo.paypal.SimulatedOrder.Course;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Ledger;
import org.passerelle.payment.Means;
import org.passerelle.payment.Payable;
import org.passerelle.payment.PayableRef;
import org.passerelle.payment.Payments;
import org.passerelle.payment.Payout;
import org.passerelle.paypal.Attempt;
import org.passerelle.paypal.Attempt.Choice;
import org.passerelle.paypal.AttemptId;
import org.passerelle.paypal.AttemptState;
import org.passerelle.paypal.AttemptState.Asked;
import org.passerelle.paypal.AttemptState.Captured;
import org.passerelle.paypal.AttemptState.Left;
import org.passerelle.paypal.AttemptState.Pending;
import org.passerelle.paypal.AttemptState.Refused;
import org.passerelle.paypal.AttemptState.TakenBack;
import org.passerelle.paypal.AttemptState.Why;
import org.passerelle.paypal.HearOutcome;
import org.passerelle.paypal.PayPalMessages;
import org.passerelle.paypal.PayPalPayments;
import org.passerelle.paypal.StartOutcome;
import org.passerelle.paypal.Transmission;
import org.springframework.beans.factory.annotation.Autowired;

@PayPalProduct
@Requirement("PAY-03")
class PayingTest {
    private static final OfficeId CANADA = OfficeId.of("techsoup-ca");
    private static final Actor BUYER = new Actor.Member(PersonId.random(), "Isabelle");
    private static final Actor STAFF = new Actor.Staff(PersonId.random(), "Finance");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    @Autowired PayPalPayments paypal;
    @Autowired PayPalMessages messages;
    @Autowired SimulatedPayPal simulated;
    @Autowired SimulatedMessages simulatedMessages;
    @Autowired Payments payments;
    @Autowired Ledger ledger;
    @Autowired List<DueHandler> handlers;
    @Autowired DSLContext db;

    private static Money cad(String amount) {
        return Money.parse("CAD " + amount);
    }

    private PayableRef owed(String amount) {
        var ref = new PayableRef("test", UUID.randomUUID().toString());
        payments.expect(ref, OrganisationId.random(), CANADA, cad(amount));
        return ref;
    }

    private StartOutcome start(PayableRef ref, Choice choice) {
        return paypal.start(
                BUYER,
                ref,
                choice,
                "Order 1",
                Language.EN,
                new PayPalPayments.WayBack() {
                    @Override
                    public String agreed(AttemptId attempt) {
                        return "http://localhost/agreed";
                    }

                    @Override
                    public String cancelled(AttemptId attempt) {
                        return "http://localhost/cancelled";
                    }
                });
    }

    private Attempt started(PayableRef ref) {
        return ((StartOutcome.Ready) start(ref, Choice.CARD)).attempt();
    }

    private static String orderOf(Attempt attempt) {
        return attempt.state().paypalOrder().orElseThrow();
    }

    private Attempt paid(PayableRef ref, Course course) {
        var attempt = started(ref);
        simulated.approve(orderOf(attempt), course);
        return paypal.comeBack(attempt.id());
    }

    private Attempt settled(AttemptId id, Class<? extends AttemptState> in) {
        await().atMost(Duration.ofSeconds(15))
                .until(() -> in.isInstance(paypal.find(id).orElseThrow().state()));
        return paypal.find(id).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(names = {"APPROVE", "CARD", "TWICE", "EARLY"})
    void what_the_buyer_agreed_to_is_there_once(Course course) {
        var ref = owed("44.46");

        var attempt = paid(ref, course);

        assertThat(attempt.state()).isInstanceOf(Captured.class);
        assertThat(((Captured) attempt.state()).fee()).contains(cad("1.59"));
        var payable = payments.get(ref);
        assertThat(payable.state()).isEqualTo(Payable.State.SETTLED);
        assertThat(payable.receipts()).hasSize(1);
        assertThat(payable.receipts().getFirst().means()).isEqualTo(Means.CARD);
        assertThat(start(ref, Choice.PAYPAL)).isInstanceOf(StartOutcome.NothingOwed.class);
    }

    @Test
    void page_and_messages_at_the_same_instant_take_the_money_once() throws Exception {
        for (var round = 0; round < 5; round++) {
            var ref = owed("80.00");
            var attempt = started(ref);
            var order = orderOf(attempt);
            simulated.approve(order, Course.SILENT);
            simulated.find(order).orElseThrow().course = Course.TWICE;

            atOnce(8, () -> paypal.comeBack(attempt.id()));

            assertThat(paypal.find(attempt.id()).orElseThrow().state())
                    .isInstanceOf(Captured.class);
            assertThat(payments.get(ref).received()).isEqualTo(cad("80.00"));
        }
    }

    private static <T> List<T> atOnce(int threads, Callable<T> act) throws Exception {
        var barrier = new CyclicBarrier(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var tasks = new ArrayList<Callable<T>>();
            for (var i = 0; i < threads; i++) {
                tasks.add(() -> {
                    barrier.await();
                    return act.call();
                });
            }
            var results = new ArrayList<T>();
            for (var future : pool.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void of_two_attempts_that_were_both_agreed_to_one_is_taken() throws Exception {
        var ref = owed("30.00");
        var one = started(ref);
        var other = started(ref);
        simulated.approve(orderOf(one), Course.SILENT);
        simulated.approve(orderOf(other), Course.SILENT);
        simulated.find(orderOf(one)).orElseThrow().course = Course.APPROVE;
        simulated.find(orderOf(other)).orElseThrow().course = Course.APPROVE;
        var ids = List.of(one.id(), other.id()).iterator();
        var each = new java.util.concurrent.ConcurrentLinkedQueue<AttemptId>();
        ids.forEachRemaining(each::add);

        atOnce(2, () -> paypal.comeBack(java.util.Objects.requireNonNull(each.poll())));

        assertThat(payments.get(ref).received()).isEqualTo(cad("30.00"));
        assertThat(List.of(one, other))
                .filteredOn(it -> simulated.find(orderOf(it)).orElseThrow().captureId.isEmpty())
                .hasSize(1);
    }

    @Test
    void a_declined_card_leaves_the_order_waiting_and_another_card_pays_it() {
        var ref = owed("44.46");

        var attempt = paid(ref, Course.DECLINE);

        assertThat(attempt.state())
                .isInstanceOfSatisfying(
                        Refused.class,
                        it -> assertThat(it.reason()).isEqualTo("INSTRUMENT_DECLINED"));
        assertThat(payments.get(ref).missing()).isEqualTo(cad("44.46"));
        simulated.approve(orderOf(attempt), Course.CARD);
        assertThat(paypal.comeBack(attempt.id()).state()).isInstanceOf(Captured.class);
    }

    @Test
    void what_paypal_holds_back_is_paid_only_once_it_lets_it_through() {
        var ref = owed("44.46");

        var attempt = paid(ref, Course.PENDING);

        assertThat(attempt.state()).isInstanceOf(Pending.class);
        assertThat(payments.get(ref).state()).isEqualTo(Payable.State.AWAITING);
        assertThat(start(ref, Choice.CARD)).isInstanceOf(StartOutcome.Waits.class);
        simulated.decide(orderOf(attempt), "COMPLETED");
        settled(attempt.id(), Captured.class);
        assertThat(payments.get(ref).state()).isEqualTo(Payable.State.SETTLED);
    }

    @Test
    void what_paypal_held_back_and_denies_can_be_paid_anew() {
        var ref = owed("44.46");
        var attempt = paid(ref, Course.PENDING);

        simulated.decide(orderOf(attempt), "DECLINED");

        settled(attempt.id(), Refused.class);
        assertThat(paid(ref, Course.APPROVE).state()).isInstanceOf(Captured.class);
    }

    @Test
    void without_an_answer_nothing_is_paid_twice_and_the_money_is_found() {
        var ref = owed("44.46");

        var attempt = paid(ref, Course.SILENT);

        assertThat(attempt.state()).isInstanceOf(Asked.class);
        assertThat(start(ref, Choice.CARD)).isInstanceOf(StartOutcome.Waits.class);
        assertThat(paypal.ask(attempt.id()).state()).isInstanceOf(Captured.class);
        assertThat(payments.get(ref).receipts()).hasSize(1);
    }

    @Test
    void a_buyer_who_goes_away_and_agrees_after_all_has_paid() {
        var ref = owed("44.46");
        var attempt = started(ref);

        assertThat(paypal.leave(attempt.id()).state())
                .isInstanceOfSatisfying(
                        Left.class, it -> assertThat(it.why()).isEqualTo(Why.CANCELLED));
        simulated.approve(orderOf(attempt), Course.APPROVE);

        settled(attempt.id(), Captured.class);
    }

    @Test
    void nothing_is_taken_for_what_is_paid_otherwise_or_owed_no_more() {
        var paid = owed("10.00");
        var attempt = started(paid);
        payments.record(STAFF, paid, cad("10.00"), DAY, "bank " + UUID.randomUUID());
        simulated.approve(orderOf(attempt), Course.SILENT);
        assertThat(((Left) paypal.comeBack(attempt.id()).state()).why()).isEqualTo(Why.NOT_OWED);

        var half = owed("10.00");
        var other = started(half);
        payments.record(STAFF, half, cad("4.00"), DAY, "bank " + UUID.randomUUID());
        simulated.approve(orderOf(other), Course.SILENT);
        assertThat(((Left) paypal.comeBack(other.id()).state()).why()).isEqualTo(Why.OTHER_AMOUNT);
        assertThat(simulated.find(orderOf(other)).orElseThrow().captureId).isEmpty();
    }

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

    @Test
    void only_what_paypal_signed_is_heard_and_what_means_nothing_is_acknowledged() {
        var ref = owed("44.46");
        var attempt = started(ref);
        simulated.approve(orderOf(attempt), Course.SILENT);
        var approved =
                simulatedMessages.message(
                        "CHECKOUT.ORDER.APPROVED",
                        "checkout-order",
                        "",
                        java.util.Map.of("id", orderOf(attempt)));

        assertThat(messages.hear(CANADA, transmission(approved, "x" + approved), approved))
                .isInstanceOf(HearOutcome.Forged.class);
        assertThat(messages.hear(CANADA, new Transmission("", "", "", "", ""), approved))
                .isInstanceOf(HearOutcome.Forged.class);
        assertThat(messages.hear(CANADA, transmission("no", "no"), "no"))
                .isInstanceOf(HearOutcome.Unreadable.class);
        assertThat(paypal.find(attempt.id()).orElseThrow().state())
                .isInstanceOf(AttemptState.Open.class);

        var strange =
                simulatedMessages.message(
                        "BILLING.PLAN.CREATED", "plan", "", java.util.Map.of("id", "P-1"));
        assertThat(messages.hear(CANADA, transmission(strange, strange), strange))
                .isInstanceOf(HearOutcome.Heard.class);
        assertThat(messages.hear(CANADA, transmission(strange, strange), strange))
                .isInstanceOf(HearOutcome.Heard.class);
        assertThat(
                        db.fetchCount(
                                org.jooq.impl.DSL.table("paypal.message"),
                                org.jooq
                                        .impl
                                        .DSL
                                        .field("kind", String.class)
                                        .eq("BILLING.PLAN.CREATED")))
                .isEqualTo(1);
        assertThat(messages.hear(CANADA, transmission(approved, approved), approved))
                .isInstanceOf(HearOutcome.Heard.class);
        assertThat(paypal.find(attempt.id()).orElseThrow().state()).isInstanceOf(Asked.class);
    }

    private Transmission transmission(String sent, String signed) {
        var id = UUID.randomUUID().toString();
        var time = "2026-11-22T10:00:00Z";
        assertThat(sent).isNotNull();
        return new Transmission(
                "SHA256withRSA",
                "https://simulator.invalid/cert",
                id,
                simulatedMessages.signature(id, time, signed),
                time);
    }

    @Test
    void an_office_without_it_in_its_pack_does_not_offer_it() {
        var ref = new PayableRef("test", UUID.randomUUID().toString());
        payments.expect(
                ref,
                OrganisationId.random(),
                OfficeId.of("socialware-lu"),
                Money.parse("EUR 10.00"));

        assertThat(start(ref, Choice.PAYPAL)).isInstanceOf(StartOutcome.NotTaken.class);
    }
}
