package org.passerelle.ordering;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.catalogue.GivenCode;
import org.passerelle.catalogue.Stockroom;
import org.passerelle.kernel.Actor;
import org.passerelle.ordering.ActOutcome.AlreadyTransmitted;
import org.passerelle.ordering.ActOutcome.Done;
import org.passerelle.ordering.ActOutcome.NoCodeHeld;
import org.passerelle.ordering.ActOutcome.NotAnAddress;
import org.passerelle.ordering.ActOutcome.NotNow;
import org.passerelle.ordering.ActOutcome.NothingGiven;
import org.passerelle.ordering.ActOutcome.ReasonMissing;
import org.passerelle.ordering.Order.Event.Kind;
import org.passerelle.ordering.OrderState.AwaitingApproval;
import org.passerelle.ordering.OrderState.AwaitingPayment;
import org.passerelle.ordering.OrderState.Delivered;
import org.passerelle.ordering.OrderState.InFulfilment;
import org.passerelle.ordering.domain.DeliveryDates;
import org.passerelle.ordering.domain.Orders;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Offer.Delivery.After;
import org.passerelle.payment.Payments;
import org.passerelle.programme.Programmes;
import org.passerelle.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What happens to an order after it was placed: paid, approved or refused, transmitted, handed
/// over, cancelled, expired. Runs in the face's transaction, on the locked order.
@Component
class Fulfilment {
    private final Orders orders;
    private final Payments payments;
    private final Programmes programmes;
    private final Stockroom stock;
    private final Packs packs;
    private final CartDesk desk;
    private final Vault vault;
    private final OrderLetters letters;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Fulfilment(
            Orders orders,
            Payments payments,
            Programmes programmes,
            Stockroom stock,
            Packs packs,
            CartDesk desk,
            Vault vault,
            OrderLetters letters,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.programmes = programmes;
        this.stock = stock;
        this.packs = packs;
        this.desk = desk;
        this.vault = vault;
        this.letters = letters;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// All the money is there. Told twice, or of an order that waits no more, it changes nothing.
    void paid(OrderNumber number, Actor by) {
        var order = orders.lock(number).orElseThrow();
        if (!(order.state() instanceof AwaitingPayment awaiting)) {
            return;
        }
        var now = clock.instant();
        var next = awaiting.paid(now, order.needsApproval());
        orders.move(number, next);
        programmes.paid(number.key(), now);
        promise(order, After.PAYMENT);
        note(order, Kind.PAID, "", by);
        letters.paid(orders.find(number).orElseThrow());
    }

    /// Part of the money came; told once for each sum.
    void paidShort(OrderNumber number, Money received, Money missing, Actor by) {
        noteOnce(number, Kind.PAYMENT_SHORT, received + " / " + missing, by);
        letters.paymentShort(orders.find(number).orElseThrow(), received, missing);
    }

    void noteOnce(OrderNumber number, Kind kind, String detail, Actor by) {
        var order = orders.lock(number).orElseThrow();
        if (order.events().stream().noneMatch(e -> e.kind() == kind && e.detail().equals(detail))) {
            note(order, kind, detail, by);
        }
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
            case AwaitingApproval waiting ->
                    moved(staff, order, waiting.transmitted(now), Kind.TRANSMITTED, "");
            case InFulfilment working ->
                    moved(staff, order, working.transmitted(now), Kind.TRANSMITTED, "");
            case AwaitingPayment _,
                    Delivered _,
                    OrderState.Cancelled _,
                    OrderState.Refused _,
                    OrderState.Expired _ ->
                    new NotNow(order.state().code());
        };
    }

    ActOutcome approve(Actor staff, OrderNumber number) {
        var order = orders.lock(number).orElseThrow();
        if (order.needsApproval() && order.state() instanceof InFulfilment) {
            return new Done(order);
        }
        if (!(order.state() instanceof AwaitingApproval waiting)) {
            return new NotNow(order.state().code());
        }
        promise(order, After.APPROVAL);
        var done = moved(staff, order, waiting.approved(clock.instant()), Kind.APPROVED, "");
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
        var refused = waiting.refused(clock.instant(), staff.label(), reason.strip());
        var returned = payments.returnMoney(staff, number.payable(), reason.strip());
        letGo(order, staff);
        var done = moved(staff, order, refused, Kind.REFUSED, reason.strip());
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
        var cancelled = open.cancelled(clock.instant(), actor.label(), reason.strip());
        if (cancelled.isEmpty()) {
            return new AlreadyTransmitted();
        }
        var returned = payments.returnMoney(actor, number.payable(), reason.strip());
        letGo(order, actor);
        var done = moved(actor, order, cancelled.get(), Kind.CANCELLED, reason.strip());
        letters.cancelled(order, reason.strip(), returned);
        events.publishEvent(new OrderCancelled(number, order.organisation(), reason.strip()));
        return done;
    }

    /// Not paid in time: everything comes back; money that arrives later is noted, never lost
    /// (ORD-13). Nothing happens to an order that waits no more, or has part of its money.
    void expire(OrderNumber number, Actor by) {
        var order = orders.lock(number).orElseThrow();
        if (!(order.state() instanceof AwaitingPayment awaiting)
                || payments.get(number.payable()).received().isPositive()) {
            return;
        }
        payments.returnMoney(by, number.payable(), "not paid in time");
        letGo(order, by);
        moved(by, order, awaiting.expired(clock.instant()), Kind.EXPIRED, "");
        letters.expired(order);
    }

    private void letGo(Order order, Actor by) {
        programmes.release(order.number().key());
        stock.release(order.number().office(), order.causePrefix(), by);
    }

    /// Hands something over for a line; with `last` the line is delivered and its allotment used
    /// (ORD-11). A support contract may follow when the rest was delivered.
    ActOutcome deliver(
            Actor staff, OrderNumber number, int position, HandedOver given, boolean last) {
        var order = orders.lock(number).orElseThrow();
        var line = order.line(position);
        var isLateContract =
                order.state() instanceof Delivered && given instanceof HandedOver.SupportContract;
        if (!(order.state() instanceof InFulfilment) && !isLateContract) {
            return new NotNow(order.state().code());
        }
        var fault = fault(given);
        if (fault.isPresent()) {
            return fault.get();
        }
        if (given instanceof HandedOver.CodesFromPool
                && stock.giveCodes(number.office(), order.cause(position)).isEmpty()) {
            return new NoCodeHeld();
        }
        keep(order, position, given, staff);
        if (order.state() instanceof InFulfilment working) {
            orders.move(number, working.transmitted(clock.instant()));
        }
        if (last && line.deliveredAt().isEmpty()) {
            complete(order, line, staff);
        }
        var now = orders.find(number).orElseThrow();
        letters.handedOver(now, now.handedOver().getLast());
        audit(staff, order, "order.handed-over", given.what() + " for line " + position);
        return new Done(now);
    }

    private static Optional<ActOutcome> fault(HandedOver given) {
        return switch (given) {
            case HandedOver.Keys(var keys) -> nothing(keys);
            case HandedOver.Pins(var pins) -> nothing(pins);
            case HandedOver.Codes(var codes) -> nothing(codes);
            case HandedOver.Download(var address) -> notAnAddress(address);
            case HandedOver.Link(var address) -> notAnAddress(address);
            case HandedOver.Parcel(var carrier, var tracking, _)
                    when carrier.isBlank() || tracking.isBlank() ->
                    Optional.of(new NothingGiven());
            case HandedOver.Parcel _,
                    HandedOver.CodesFromPool _,
                    HandedOver.Token _,
                    HandedOver.SupportContract _ ->
                    Optional.empty();
        };
    }

    private static Optional<ActOutcome> nothing(List<String> secrets) {
        return secrets.isEmpty() ? Optional.of(new NothingGiven()) : Optional.empty();
    }

    private static Optional<ActOutcome> notAnAddress(String address) {
        return address.matches("https://[^\\s<>\"]+")
                ? Optional.empty()
                : Optional.of(new NotAnAddress(address));
    }

    private void keep(Order order, int position, HandedOver given, Actor staff) {
        var id = UUID.randomUUID();
        Optional<String> none = Optional.empty();
        var address =
                switch (given) {
                    case HandedOver.Download(var to) -> Optional.of(to);
                    case HandedOver.Link(var to) -> Optional.of(to);
                    case HandedOver.Keys _,
                            HandedOver.Pins _,
                            HandedOver.Codes _,
                            HandedOver.CodesFromPool _,
                            HandedOver.Token _,
                            HandedOver.Parcel _,
                            HandedOver.SupportContract _ ->
                            none;
                };
        var parcel =
                given instanceof HandedOver.Parcel some
                        ? Optional.of(some)
                        : Optional.<HandedOver.Parcel>empty();
        var contract =
                given instanceof HandedOver.SupportContract some
                        ? Optional.of(some)
                        : Optional.<HandedOver.SupportContract>empty();
        orders.handOver(
                order.number(),
                new HandOver(
                        id,
                        position,
                        given.what(),
                        address,
                        parcel.map(HandedOver.Parcel::carrier),
                        parcel.map(HandedOver.Parcel::trackingNumber)
                                .or(() -> contract.flatMap(HandedOver.SupportContract::number)),
                        parcel.flatMap(HandedOver.Parcel::expectedOn)
                                .or(() -> contract.map(HandedOver.SupportContract::activeFrom)),
                        clock.instant(),
                        staff.label()),
                secrets(given).map(text -> vault.seal(purpose(id), text)));
        note(order, Kind.HANDED_OVER, position + " " + given.what().name(), staff);
    }

    private static Optional<String> secrets(HandedOver given) {
        return switch (given) {
            case HandedOver.Keys(var keys) -> Optional.of(String.join("\n", keys));
            case HandedOver.Pins(var pins) -> Optional.of(String.join("\n", pins));
            case HandedOver.Codes(var codes) -> Optional.of(String.join("\n", codes));
            case HandedOver.CodesFromPool _,
                    HandedOver.Download _,
                    HandedOver.Link _,
                    HandedOver.Token _,
                    HandedOver.Parcel _,
                    HandedOver.SupportContract _ ->
                    Optional.empty();
        };
    }

    private static String purpose(UUID handOver) {
        return "ordering.hand-over " + handOver;
    }

    /// The secrets of one hand-over of an order, opened; codes of a pool are with the pool.
    List<String> secrets(Order order, HandOver handOver) {
        var sealed =
                orders.sealed(order.number()).stream()
                        .filter(s -> s.handOver().equals(handOver.id()))
                        .findFirst();
        return sealed.map(s -> vault.open(purpose(s.handOver()), s.bytes()).lines().toList())
                .orElseGet(() ->
                        handOver.what() == Offer.HandOver.What.CODE
                                ? poolCodes(order, handOver)
                                : List.of());
    }

    private List<String> poolCodes(Order order, HandOver handOver) {
        return stock.givenCodes(order.number().office(), order.cause(handOver.position())).stream()
                .map(GivenCode::code)
                .toList();
    }

    private void complete(Order order, Order.Line line, Actor staff) {
        var now = clock.instant();
        orders.delivered(order.number(), line.position(), now);
        stock.take(order.number().office(), order.cause(line.position()), staff);
        programmes.use(order.number().key(), OrderLedger.place(line));
        note(order, Kind.LINE_DELIVERED, Integer.toString(line.position()), staff);
        events.publishEvent(
                new LineDelivered(
                        order.number(), line.position(), order.organisation(), line.offer()));
        var fresh = orders.find(order.number()).orElseThrow();
        if (fresh.isFullyDelivered() && fresh.state() instanceof InFulfilment working) {
            orders.move(order.number(), working.delivered(now));
            note(order, Kind.DELIVERED, "", staff);
        }
    }

    /// Writes the letter of one hand-over again (ORD-11).
    ActOutcome resend(Actor actor, OrderNumber number, UUID handOver) {
        var order = orders.lock(number).orElseThrow();
        var found = order.handedOver().stream().filter(h -> h.id().equals(handOver)).findFirst();
        if (found.isEmpty()) {
            return new NothingGiven();
        }
        letters.again(order, found.get());
        note(order, Kind.RESENT, found.get().position() + " " + found.get().what(), actor);
        return new Done(orders.find(number).orElseThrow());
    }

    private Done moved(Actor by, Order order, OrderState next, Kind kind, String detail) {
        orders.move(order.number(), next);
        note(order, kind, detail, by);
        audit(by, order, "order." + next.code().word(), detail);
        return new Done(orders.find(order.number()).orElseThrow());
    }

    private void note(Order order, Kind kind, String detail, Actor by) {
        orders.note(order.number(), new Order.Event(kind, detail, clock.instant(), by.label()));
    }

    private void audit(Actor by, Order order, String action, String detail) {
        audit.record(
                new AuditEntry(
                        by,
                        action,
                        new AuditSubject("order", order.number().key()),
                        Optional.of(order.organisation()),
                        detail));
    }
}
