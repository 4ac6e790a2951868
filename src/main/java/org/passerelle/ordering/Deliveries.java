package org.passerelle.ordering;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.catalogue.GivenCode;
import org.passerelle.catalogue.Stockroom;
import org.passerelle.kernel.Actor;
import org.passerelle.ordering.ActOutcome.Done;
import org.passerelle.ordering.ActOutcome.NoCodeHeld;
import org.passerelle.ordering.ActOutcome.NotAnAddress;
import org.passerelle.ordering.ActOutcome.NotNow;
import org.passerelle.ordering.ActOutcome.NothingGiven;
import org.passerelle.ordering.Order.Event.Kind;
import org.passerelle.ordering.OrderState.Delivered;
import org.passerelle.ordering.OrderState.InFulfilment;
import org.passerelle.ordering.domain.Orders;
import org.passerelle.pack.model.Offer;
import org.passerelle.programme.Programmes;
import org.passerelle.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Hands over what was ordered, line by line, in as many parts as there are (ORD-11). Runs in the
/// face's transaction, on the locked order.
@Component
class Deliveries {
    private final Orders orders;
    private final Programmes programmes;
    private final Stockroom stock;
    private final Vault vault;
    private final OrderLetters letters;
    private final OrderLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deliveries(
            Orders orders,
            Programmes programmes,
            Stockroom stock,
            Vault vault,
            OrderLetters letters,
            OrderLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.programmes = programmes;
        this.stock = stock;
        this.vault = vault;
        this.letters = letters;
        this.log = log;
        this.events = events;
        this.clock = clock;
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
        log.audit(staff, order, "order.handed-over", given.what() + " for line " + position);
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
        log.note(order, Kind.HANDED_OVER, position + " " + given.what().name(), staff);
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
        log.note(order, Kind.LINE_DELIVERED, Integer.toString(line.position()), staff);
        events.publishEvent(
                new LineDelivered(
                        order.number(), line.position(), order.organisation(), line.offer()));
        var fresh = orders.find(order.number()).orElseThrow();
        if (fresh.isFullyDelivered() && fresh.state() instanceof InFulfilment working) {
            orders.move(order.number(), working.delivered(now));
            log.note(order, Kind.DELIVERED, "", staff);
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
        log.note(order, Kind.RESENT, found.get().position() + " " + found.get().what(), actor);
        return new Done(orders.find(number).orElseThrow());
    }
}
