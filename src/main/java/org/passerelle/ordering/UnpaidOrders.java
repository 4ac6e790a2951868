package org.passerelle.ordering;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.passerelle.agenda.Agenda;
import org.passerelle.kernel.Actor;
import org.passerelle.ordering.Order.Event.Kind;
import org.passerelle.ordering.OrderState.AwaitingPayment;
import org.passerelle.ordering.domain.Orders;
import org.passerelle.pack.Packs;
import org.passerelle.payment.Payable;
import org.passerelle.payment.Payments;
import org.passerelle.paypal.PayPalPayments;
import org.springframework.stereotype.Component;

/// An order that nobody pays is reminded once and ends after its last day; both days are the
/// office's (ORD-13). Runs in the agenda's transaction, on the locked order, so that a payment that
/// comes at the same instant is either seen or finds the order ended.
@Component
class UnpaidOrders {
    static final String REMIND = "ordering.payment-reminder";
    static final String DEADLINE = "ordering.payment-deadline";
    private static final Duration HELD_BACK = Duration.ofDays(1);
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Orders orders;
    private final Payments payments;
    private final PayPalPayments paypal;
    private final Reservations reservations;
    private final Packs packs;
    private final Agenda agenda;
    private final OrderLetters letters;
    private final OrderLog log;
    private final Clock clock;

    UnpaidOrders(
            Orders orders,
            Payments payments,
            PayPalPayments paypal,
            Reservations reservations,
            Packs packs,
            Agenda agenda,
            OrderLetters letters,
            OrderLog log,
            Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.paypal = paypal;
        this.reservations = reservations;
        this.packs = packs;
        this.agenda = agenda;
        this.letters = letters;
        this.log = log;
        this.clock = clock;
    }

    /// Plans both days of an order that waits for its payment.
    void plan(OrderNumber number, Payable payable) {
        agenda.plan(REMIND, number.key(), at(number, payable.remindOn(), MORNING));
        agenda.plan(DEADLINE, number.key(), endOf(number, payable.lastDay()));
    }

    private Instant endOf(OrderNumber number, LocalDate lastDay) {
        return at(number, lastDay.plusDays(1), LocalTime.MIDNIGHT);
    }

    private Instant at(OrderNumber number, LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(packs.get(number.office()).office().zone()).toInstant();
    }

    /// Says once more how to pay, what is missing and by when. Nothing is said of an order that
    /// waits no more, nor of one whose last day is over: it ends now.
    void remind(OrderNumber number, Actor by) {
        var order = orders.lock(number).orElseThrow();
        var end = endOf(number, payments.get(number.payable()).lastDay());
        if (order.state() instanceof AwaitingPayment
                && !isUnderWay(number)
                && clock.instant().isBefore(end)) {
            log.note(order, Kind.REMINDED, "", by);
            letters.reminder(order);
        }
    }

    /// Whether the buyer has paid by card or PayPal, which has not decided yet.
    private boolean isUnderWay(OrderNumber number) {
        return paypal.waiting(number.payable()).isPresent();
    }

    /// Not paid in time: everything comes back, and so does a part that was paid; money that
    /// arrives later waits with the payments. A part that came gives the rest some more days, so
    /// the end may have moved since it was planned; a payment that PayPal holds back is waited for.
    void expire(OrderNumber number, Instant due, Actor by) {
        var order = orders.lock(number).orElseThrow();
        if (!(order.state() instanceof AwaitingPayment awaiting)) {
            return;
        }
        if (isUnderWay(number)) {
            agenda.plan(DEADLINE, number.key(), clock.instant().plus(HELD_BACK));
            return;
        }
        var payable = payments.get(number.payable());
        var end = endOf(number, payable.lastDay());
        if (payable.received().isPositive() && end.isAfter(due)) {
            agenda.plan(DEADLINE, number.key(), end);
            return;
        }
        var returned = payments.returnMoney(by, number.payable(), "not paid in time");
        reservations.letGo(order, by);
        log.moved(by, order, awaiting.expired(clock.instant()), Kind.EXPIRED, "");
        letters.expired(order, returned);
    }
}
