package org.passerelle.demo.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.Requirement;
import org.passerelle.demo.paypal.SimulatedOrder.Course;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.payment.Means;
import org.passerelle.payment.Payable;
import org.passerelle.payment.PayableRef;
import org.passerelle.paypal.Attempt.Choice;
import org.passerelle.paypal.AttemptId;
import org.passerelle.paypal.AttemptState;
import org.passerelle.paypal.AttemptState.Asked;
import org.passerelle.paypal.AttemptState.Captured;
import org.passerelle.paypal.AttemptState.Left;
import org.passerelle.paypal.AttemptState.Pending;
import org.passerelle.paypal.AttemptState.Refused;
import org.passerelle.paypal.AttemptState.Why;
import org.passerelle.paypal.HearOutcome;
import org.passerelle.paypal.StartOutcome;
import org.passerelle.paypal.Transmission;

@PayPalProduct
@Requirement("PAY-03")
class PayingTest extends PayPalTrial {
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

    @Test
    void page_and_messages_at_the_same_instant_leave_what_was_refused_refused() throws Exception {
        for (var round = 0; round < 40; round++) {
            var attempt = started(owed("80.00"));
            var order = orderOf(attempt);
            simulated.approve(order, Course.SILENT);
            simulated.find(order).orElseThrow().course = Course.DECLINE;

            var read =
                    atOnce(
                            8,
                            () -> {
                                paypal.comeBack(attempt.id());
                                return paypal.find(attempt.id()).orElseThrow().state();
                            });

            assertThat(read).hasOnlyElementsOfType(Refused.class);
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
        paypal.comeBack(attempt.id()); // as a message does that comes late
        settled(attempt.id(), Refused.class);
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

    /// Each part of what was signed, changed alone, and the key of somebody else.
    @Test
    void a_message_signed_by_another_for_another_or_at_another_time_pays_nothing() {
        var ref = owed("44.46");
        var attempt = started(ref);
        simulated.approve(orderOf(attempt), Course.SILENT);
        var approved =
                simulatedMessages.message(
                        "CHECKOUT.ORDER.APPROVED",
                        "checkout-order",
                        "",
                        java.util.Map.of("id", orderOf(attempt)));
        var right = transmission(approved, approved);
        var id = right.id();
        var time = right.time();
        var signing = new Signing();
        var webhook = SimulatedPayPal.WEBHOOK;

        for (var forged :
                java.util.List.of(
                        sent(right, id, time, signing.sign(id, time, webhook, approved)),
                        sent(right, UUID.randomUUID().toString(), time, right.signature()),
                        sent(right, id, "2026-11-22T10:00:01Z", right.signature()),
                        sent(right, id, time, ""),
                        new Transmission(
                                right.algorithm(),
                                "https://elsewhere.invalid/certs/CERT-demo",
                                id,
                                right.signature(),
                                time),
                        new Transmission(
                                "NONE", right.certificate(), id, right.signature(), time))) {
            assertThat(messages.hear(CANADA, forged, approved))
                    .as(forged.toString())
                    .isInstanceOf(HearOutcome.Forged.class);
        }
        assertThat(simulatedMessages.isGenuine(id, time, "WH-OTHER", approved, right.signature()))
                .isFalse();
        assertThat(payments.get(ref).received()).isEqualTo(cad("0.00"));
        assertThat(paypal.find(attempt.id()).orElseThrow().state())
                .isInstanceOf(AttemptState.Open.class);

        assertThat(messages.hear(CANADA, right, approved)).isInstanceOf(HearOutcome.Heard.class);
    }

    private static Transmission sent(Transmission as, String id, String time, String signature) {
        return new Transmission(as.algorithm(), as.certificate(), id, signature, time);
    }

    private Transmission transmission(String sent, String signed) {
        var id = UUID.randomUUID().toString();
        var time = "2026-11-22T10:00:00Z";
        assertThat(sent).isNotNull();
        return new Transmission(
                "SHA256withRSA",
                SimulatedMessages.CERTIFICATE,
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
