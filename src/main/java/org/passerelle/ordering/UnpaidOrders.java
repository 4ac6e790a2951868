package org.passerelle.ordering;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Optional;
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

/// An order that nobody pays is reminded and ends after its last day; the days are the office's
/// (ORD-13). Runs in the agenda's transaction, on the locked order, so that a payment that comes at
/// the same instant is either seen or finds the order ended.
@Component
class UnpaidOrders {
    static final String REMIND = "ordering.payment-reminder";
    static final String DEADLINE = "ordering.payment-deadline";
    private static final Duration HELD_BACK = Duration.ofDays(1);
    private static final Period LONGEST = Period.ofYears(1);
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

    /// Plans the next reminder of an order that waits for its payment, and its end.
    void plan(OrderNumber number, Payable payable) {
        planReminder(number, payable, payable.expectedAt());
        agenda.plan(DEADLINE, number.key(), endOf(number, payable.lastDay()));
    }

    private void planReminder(OrderNumber number, Payable payable, Instant after) {
        var since = dayOf(number, after);
        payable.remindOn().stream()
                .filter(since::isBefore)
                .filter(day -> !day.isAfter(payable.lastDay()))
                .findFirst()
                .ifPresent(day -> agenda.plan(REMIND, number.key(), at(number, day, MORNING)));
    }

    /// Nothing is waited for any more: nobody is reminded, and it does not end.
    void done(OrderNumber number) {
        agenda.cancel(REMIND, number.key());
        agenda.cancel(DEADLINE, number.key());
    }

    /// It is to be paid by cheque: that may take its time in the post, counted from the day it was
    /// placed, whenever the cheque was chosen (PAY-04).
    void waitForCheque(Order order, Actor by) {
        var terms = packs.get(order.number().office()).office().payment();
        var placed = dayOf(order.number(), order.placedAt());
        waitUntil(order.number(), terms.lastDayForCheque(placed), "by cheque", by);
    }

    /// What had come was taken back: there is time to pay anew.
    void waitAnew(Order order, Actor by) {
        var terms = packs.get(order.number().office()).office().payment();
        var today = dayOf(order.number(), clock.instant());
        waitUntil(order.number(), terms.lastDayFrom(today), "taken back", by);
    }

    /// At least until the end of that day; nobody has less time than before.
    private void waitUntil(OrderNumber number, LocalDate until, String why, Actor by) {
        var payable = payments.get(number.payable());
        if (payable.lastDay().isBefore(until)) {
            payable = payments.waitUntil(by, number.payable(), until, why);
        }
        planReminder(number, payable, clock.instant());
        agenda.plan(DEADLINE, number.key(), endOf(number, payable.lastDay()));
    }

    private Instant endOf(OrderNumber number, LocalDate lastDay) {
        return at(number, lastDay.plusDays(1), LocalTime.MIDNIGHT);
    }

    private Instant at(OrderNumber number, LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(packs.get(number.office()).office().zone()).toInstant();
    }

    private LocalDate dayOf(OrderNumber number, Instant at) {
        return at.atZone(packs.get(number.office()).office().zone()).toLocalDate();
    }

    /// Says once more how to pay, what is missing and by when, and plans the next time. Nothing is
    /// said of an order that waits no more, nor of one whose last day is over: it ends now; nor
    /// where staff have reminded meanwhile.
    ///
    /// @param due the time of the day it was planned for
    void remind(OrderNumber number, Instant due, Actor by) {
        var order = orders.lock(number).orElseThrow();
        var payable = payments.get(number.payable());
        if (!isOwed(order, payable)
                || !clock.instant().isBefore(endOf(number, payable.lastDay()))) {
            return;
        }
        var on = dayOf(number, due);
        var planned = payable.remindOn().stream().filter(day -> !day.isAfter(on)).count();
        if (!isUnderWay(number) && reminded(order) < planned) {
            send(order, payable, by);
        }
        planReminder(number, payable, due);
    }

    /// Staff remind now. False when nothing is owed, somebody was reminded today, or a payment is
    /// under way.
    boolean remindNow(OrderNumber number, Actor staff) {
        var order = orders.lock(number).orElseThrow();
        var today = dayOf(number, clock.instant());
        var isReminded =
                order.events().stream()
                        .filter(event -> event.kind() == Kind.REMINDED)
                        .anyMatch(event -> dayOf(number, event.at()).equals(today));
        var payable = payments.get(number.payable());
        if (isReminded || isUnderWay(number) || !isOwed(order, payable)) {
            return false;
        }
        send(order, payable, staff);
        log.audit(staff, order, "order.reminded", "");
        return true;
    }

    private void send(Order order, Payable payable, Actor by) {
        var turn = reminded(order) + 1;
        log.note(order, Kind.REMINDED, turn == 1 ? "" : Integer.toString(turn), by);
        letters.reminder(order, turn, turn >= payable.remindOn().size() && turn > 1);
    }

    /// When the next reminder is to be.
    Optional<LocalDate> nextReminder(OrderNumber number) {
        return agenda.due(REMIND, number.key()).map(at -> dayOf(number, at));
    }

    static int reminded(Order order) {
        return Math.toIntExact(
                order.events().stream().filter(event -> event.kind() == Kind.REMINDED).count());
    }

    /// Whether money is missing for what waits for it, or was delivered in spite of that.
    private static boolean isOwed(Order order, Payable payable) {
        return payable.missing().isPositive()
                && switch (order.state()) {
                    case OrderState.Open _, OrderState.Delivered _ -> true;
                    case OrderState.Cancelled _, OrderState.Refused _, OrderState.Expired _ ->
                            false;
                };
    }

    /// Staff wait longer, and say why; the organisation is told. False without a reason, where
    /// nothing is owed, or for a day that is not later than the last one and today.
    boolean giveTime(OrderNumber number, LocalDate until, String reason, Actor staff) {
        var order = orders.lock(number).orElseThrow();
        var payable = payments.get(number.payable());
        var today = dayOf(number, clock.instant());
        if (reason.isBlank()
                || !isOwed(order, payable)
                || !until.isAfter(today)
                || !until.isAfter(payable.lastDay())
                || until.isAfter(today.plus(LONGEST))) {
            return false;
        }
        payments.waitUntil(staff, number.payable(), until, reason);
        agenda.plan(DEADLINE, number.key(), endOf(number, until));
        log.note(order, Kind.MORE_TIME, until + " " + reason.strip(), staff);
        letters.moreTime(order, until);
        return true;
    }

    /// Whether the buyer has paid by card or PayPal, which has not decided yet.
    boolean isUnderWay(OrderNumber number) {
        return paypal.waiting(number.payable()).isPresent();
    }

    /// Not paid in time: everything comes back, and so does a part that was paid; money that
    /// arrives later waits with the payments. A part that came gives the rest some more days, and
    /// staff may have given more time, so the end may have moved since it was planned; a payment
    /// that PayPal holds back is waited for.
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
        if (end.isAfter(due)) {
            agenda.plan(DEADLINE, number.key(), end);
            return;
        }
        var returned = payments.returnMoney(by, number.payable(), letters.expiredReason(order));
        reservations.letGo(order, by);
        done(number);
        log.moved(by, order, awaiting.expired(clock.instant()), Kind.EXPIRED, "");
        letters.expired(order, returned);
    }
}
