package org.passerelle.ordering;

import java.time.Clock;
import org.joda.money.Money;
import org.passerelle.kernel.Actor;
import org.passerelle.ordering.ActOutcome.AlreadyTransmitted;
import org.passerelle.ordering.ActOutcome.Done;
import org.passerelle.ordering.ActOutcome.NotNow;
import org.passerelle.ordering.ActOutcome.ReasonMissing;
import org.passerelle.ordering.Order.Event.Kind;
import org.passerelle.ordering.OrderState.AwaitingApproval;
import org.passerelle.ordering.OrderState.AwaitingPayment;
import org.passerelle.ordering.OrderState.Delivered;
import org.passerelle.ordering.OrderState.InFulfilment;
import org.passerelle.ordering.domain.DeliveryDates;
import org.passerelle.ordering.domain.Orders;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Offer.Delivery.After;
import org.passerelle.payment.Payable;
import org.passerelle.payment.PaymentTakenBack;
import org.passerelle.payment.Payments;
import org.passerelle.programme.Programmes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What happens to an order after it was placed: paid, approved or refused, transmitted, cancelled.
/// Runs in the face's transaction, on the locked order.
@Component
class Fulfilment {
    private final Orders orders;
    private final Payments payments;
    private final Programmes programmes;
    private final Reservations reservations;
    private final UnpaidOrders unpaid;
    private final Packs packs;
    private final CartDesk desk;
    private final OrderLetters letters;
    private final OrderLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Fulfilment(
            Orders orders,
            Payments payments,
            Programmes programmes,
            Reservations reservations,
            UnpaidOrders unpaid,
            Packs packs,
            CartDesk desk,
            OrderLetters letters,
            OrderLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.programmes = programmes;
        this.reservations = reservations;
        this.unpaid = unpaid;
        this.packs = packs;
        this.desk = desk;
        this.letters = letters;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /// All the money is there. Told twice, or of an order that waits no more, it changes nothing.
    void paid(OrderNumber number, Actor by) {
        var order = orders.lock(number).orElseThrow();
        if (!(order.state() instanceof AwaitingPayment awaiting)) {
            return;
        }
        if (!reservations.take(order, by)) {
            soldOut(order, awaiting, by);
            return;
        }
        var now = clock.instant();
        var next = awaiting.paid(now, order.needsApproval());
        orders.move(number, next);
        programmes.paid(number.key(), now);
        promise(order, After.PAYMENT);
        unpaid.done(number);
        log.note(order, Kind.PAID, "", by);
        letters.paid(orders.find(number).orElseThrow());
    }

    /// The money came, and what it is for is gone: it goes back the way it came (PAY-04).
    private void soldOut(Order order, AwaitingPayment awaiting, Actor by) {
        var reason = letters.soldOutReason(order);
        var ended = awaiting.cancelled(clock.instant(), by.signature(), reason).orElseThrow();
        var returned = payments.returnMoney(by, order.number().payable(), reason);
        reservations.letGo(order, by);
        unpaid.done(order.number());
        log.moved(by, order, ended, Kind.CANCELLED, reason);
        letters.soldOut(order, returned);
        events.publishEvent(new OrderCancelled(order.number(), order.organisation(), reason));
    }

    /// Money that had come was taken back: an order that has not left waits again; of one that has,
    /// what it cost is owed. Told once for each time.
    void takenBack(PaymentTakenBack taken, Actor by) {
        var number = OrderNumber.of(taken.payable());
        var order = orders.lock(number).orElseThrow();
        var detail = taken.amount() + " " + taken.why() + " (" + taken.reference() + ")";
        if (!noteOnce(number, Kind.PAYMENT_TAKEN_BACK, detail, by)) {
            return;
        }
        if (taken.missing().isPositive()
                && order.handedOver().isEmpty()
                && order.state() instanceof OrderState.Open open) {
            open.unpaid(clock.instant()).ifPresent(waits -> orders.move(number, waits));
        }
        if (taken.missing().isPositive()) {
            unpaid.waitAnew(order, by);
            letters.takenBack(orders.find(number).orElseThrow(), taken);
        }
    }

    /// Part of the money came; told once for each sum. Heard late, when more has come since or the
    /// order waits no more, it stays in the history, and no letter asks for what is not missing.
    void paidShort(OrderNumber number, Money received, Money missing, Actor by) {
        noteOnce(number, Kind.PAYMENT_SHORT, received + " / " + missing, by);
        var order = orders.find(number).orElseThrow();
        if (order.state() instanceof AwaitingPayment
                && payments.get(number.payable()).missing().isEqual(missing)) {
            letters.paymentShort(order, received, missing);
        }
    }

    /// More came than is owed, or it came too late: the organisation is told that it goes back. For
    /// an order that is over it is on its way at once, as the letter says (ORD-13).
    void paidTooMuch(OrderNumber number, Money excess, Actor by) {
        noteOnce(number, Kind.PAYMENT_EXCEEDED, excess.toString(), by);
        var order = orders.find(number).orElseThrow();
        letters.paidTooMuch(order, excess);
        if (payments.get(number.payable()).state() == Payable.State.WITHDRAWN) {
            payments.returnExcess(by, number.payable(), letters.lateReason(order));
        }
    }

    /// Card or PayPal said no after all; an order that waits no more needs no other payment.
    void paymentRefused(OrderNumber number, String attempt) {
        var order = orders.find(number).orElseThrow();
        if (order.state() instanceof AwaitingPayment) {
            letters.paymentRefused(order, attempt);
        }
    }

    private boolean noteOnce(OrderNumber number, Kind kind, String detail, Actor by) {
        var order = orders.lock(number).orElseThrow();
        var isNew =
                order.events().stream()
                        .noneMatch(e -> e.kind() == kind && e.detail().equals(detail));
        if (isNew) {
            log.note(order, kind, detail, by);
        }
        return isNew;
    }

    private void promise(Order order, After base) {
        var pack = packs.get(order.number().office());
        var calendar = desk.calendarOf(order.organisation());
        var today = calendar.dayOf(clock.instant());
        for (var line : order.lines()) {
            pack.offer(line.offer())
                    .flatMap(offer -> DeliveryDates.promised(offer, base, today, calendar))
                    .ifPresent(day -> orders.expect(order.number(), line.position(), day));
        }
    }

    ActOutcome transmit(Actor staff, OrderNumber number) {
        var order = orders.lock(number).orElseThrow();
        var now = clock.instant();
        return switch (order.state()) {
            case OrderState.Open open when open.transmitted().isPresent() -> new Done(order);
            case AwaitingApproval waiting -> sentOn(staff, order, waiting.transmitted(now));
            case InFulfilment working -> sentOn(staff, order, working.transmitted(now));
            case AwaitingPayment _,
                    Delivered _,
                    OrderState.Cancelled _,
                    OrderState.Refused _,
                    OrderState.Expired _ ->
                    new NotNow(order.state().code());
        };
    }

    private ActOutcome sentOn(Actor staff, Order order, OrderState next) {
        letters.transmitted(order);
        return log.moved(staff, order, next, Kind.TRANSMITTED, "");
    }

    /// The partner's yes. It has the order, then: that is noted too where nobody had (ORD-08).
    ActOutcome approve(Actor staff, OrderNumber number) {
        var order = orders.lock(number).orElseThrow();
        if (order.needsApproval() && order.state() instanceof InFulfilment) {
            return new Done(order);
        }
        if (!(order.state() instanceof AwaitingApproval waiting)) {
            return new NotNow(order.state().code());
        }
        promise(order, After.APPROVAL);
        if (waiting.transmitted().isEmpty()) {
            log.note(order, Kind.TRANSMITTED, "", staff);
        }
        var done = log.moved(staff, order, waiting.approved(clock.instant()), Kind.APPROVED, "");
        letters.approved(orders.find(number).orElseThrow());
        return done;
    }

    /// The partner's no: told at once, and everything comes back (ORD-07).
    ActOutcome refuse(Actor staff, OrderNumber number, String reason) {
        var order = orders.lock(number).orElseThrow();
        if (reason.isBlank()) {
            return new ReasonMissing();
        }
        if (!(order.state() instanceof AwaitingApproval waiting)) {
            return new NotNow(order.state().code());
        }
        var refused = waiting.refused(clock.instant(), staff.signature(), reason.strip());
        var returned = payments.returnMoney(staff, number.payable(), reason.strip());
        reservations.letGo(order, staff);
        unpaid.done(number);
        var done = log.moved(staff, order, refused, Kind.REFUSED, reason.strip());
        letters.refused(order, reason.strip(), returned);
        events.publishEvent(new OrderRefused(number, order.organisation(), reason.strip()));
        return done;
    }

    /// By the organisation, until the order is transmitted (ORD-08).
    ActOutcome cancel(Actor actor, OrderNumber number, String reason) {
        var order = orders.lock(number).orElseThrow();
        if (reason.isBlank()) {
            return new ReasonMissing();
        }
        if (!(order.state() instanceof OrderState.Open open)) {
            return order.state() instanceof OrderState.Cancelled
                    ? new Done(order)
                    : new NotNow(order.state().code());
        }
        var cancelled = open.cancelled(clock.instant(), actor.signature(), reason.strip());
        if (cancelled.isEmpty()) {
            return new AlreadyTransmitted();
        }
        var returned = payments.returnMoney(actor, number.payable(), reason.strip());
        reservations.letGo(order, actor);
        unpaid.done(number);
        var done = log.moved(actor, order, cancelled.get(), Kind.CANCELLED, reason.strip());
        letters.cancelled(order, reason.strip(), returned, actor instanceof Actor.Staff);
        events.publishEvent(new OrderCancelled(number, order.organisation(), reason.strip()));
        return done;
    }
}
