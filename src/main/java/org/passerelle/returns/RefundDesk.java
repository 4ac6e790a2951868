package org.passerelle.returns;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderState;
import org.passerelle.organisation.Address;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.BusinessCalendars;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Offer.RefundPolicy.Reason;
import org.passerelle.returns.ReturnState.Remedy;
import org.passerelle.returns.domain.RefundRules;
import org.passerelle.returns.domain.ReturnBook;
import org.springframework.stereotype.Component;

/// Brings together what is known of a line and has it decided by its offer's policies (ORD-09).
@Component
class RefundDesk {
    private final ReturnBook book;
    private final Organisations organisations;
    private final Packs packs;
    private final Clock clock;

    RefundDesk(ReturnBook book, Organisations organisations, Packs packs, Clock clock) {
        this.book = book;
        this.organisations = organisations;
        this.packs = packs;
        this.clock = clock;
    }

    LocalDate today(Order order) {
        return day(order, clock.instant());
    }

    LocalDate day(Order order, Instant at) {
        return at.atZone(packs.get(order.number().office()).office().zone()).toLocalDate();
    }

    /// An offer that left the pack is refunded by nobody's rule: staff is asked.
    Optional<Offer> offer(Order order, Order.Line line) {
        return packs.get(order.number().office()).offer(line.offer());
    }

    /// Units of a line that nobody has asked to give back.
    long left(Order order, int position, Optional<ReturnNumber> without) {
        var line = order.line(position);
        return line.price().quantity()
                - book.of(order.number()).stream()
                        .filter(one -> without.filter(one.number()::equals).isEmpty())
                        .mapToLong(one -> counted(one, position))
                        .sum();
    }

    /// Units of a line that a return takes from it: asked while it goes on, accepted once it is
    /// settled. What was replaced is there again.
    private static long counted(Return one, int position) {
        var lines = one.lines().stream().filter(line -> line.position() == position);
        return switch (one.state()) {
            case ReturnState.Announced _, ReturnState.Accepted _, ReturnState.Received _ ->
                    lines.mapToLong(Return.Line::units).sum();
            case ReturnState.Settled it ->
                    it.remedy() == Remedy.MONEY ? lines.mapToLong(Return.Line::accepted).sum() : 0;
            case ReturnState.Refused _,
                    ReturnState.Rejected _,
                    ReturnState.Lapsed _,
                    ReturnState.Withdrawn _ ->
                    0;
        };
    }

    /// Units of a line for which money came back already.
    long givenBack(Order order, int position) {
        return book.of(order.number()).stream()
                .filter(one -> one.state() instanceof ReturnState.Settled)
                .mapToLong(one -> counted(one, position))
                .sum();
    }

    /// @param units empty for all that are left
    Optional<RefundDecision> decide(
            Order order, int position, Optional<Long> units, Optional<Reason> reason) {
        var left = left(order, position, Optional.empty());
        return decide(order, position, units.orElse(left), left, reason, clock.instant());
    }

    /// As it was decided when it was announced, by today's pack.
    Optional<RefundDecision> decide(Order order, Return asked, Return.Line line) {
        return decide(
                order,
                line.position(),
                line.units(),
                left(order, line.position(), Optional.of(asked.number())),
                Optional.of(line.reason()),
                asked.announcedAt());
    }

    private Optional<RefundDecision> decide(
            Order order,
            int position,
            long units,
            long left,
            Optional<Reason> reason,
            Instant asked) {
        var line = order.line(position);
        return offer(order, line)
                .map(offer ->
                        RefundRules.decide(
                                offer,
                                facts(order, line, left, asked),
                                units,
                                reason,
                                BusinessCalendars.of(
                                        packs.get(order.number().office()).office(),
                                        organisations
                                                .get(order.organisation())
                                                .profile()
                                                .address()
                                                .flatMap(Address::region))));
    }

    private RefundRules.Facts facts(Order order, Order.Line line, long left, Instant asked) {
        var today = day(order, asked);
        var supported = line.contract().filter(one -> one.isActive(today)).isPresent();
        return new RefundRules.Facts(
                today,
                order.state().code(),
                isTransmitted(order),
                days(order, line),
                left,
                supported);
    }

    private static boolean isTransmitted(Order order) {
        return order.state() instanceof OrderState.Open open
                ? open.transmitted().isPresent()
                : order.state() instanceof OrderState.Delivered;
    }

    /// What windows run from, for what has happened.
    private Map<String, LocalDate> days(Order order, Order.Line line) {
        var zone = packs.get(order.number().office()).office().zone();
        var days = new HashMap<String, LocalDate>();
        days.put("order", day(order, order.placedAt()));
        paid(order).ifPresent(at -> days.put("payment", day(order, at)));
        (order.needsApproval() ? approved(order) : paid(order))
                .ifPresent(at -> days.put("validation", day(order, at)));
        order.deliveredOn(line.position(), zone).ifPresent(day -> days.put("delivery", day));
        return days;
    }

    private static Optional<Instant> paid(Order order) {
        return switch (order.state()) {
            case OrderState.Open open -> open.paidAt();
            case OrderState.Delivered it -> Optional.of(it.paid());
            case OrderState.Cancelled it -> it.paid();
            case OrderState.Refused it -> Optional.of(it.paid());
            case OrderState.Expired _ -> Optional.empty();
        };
    }

    private static Optional<Instant> approved(Order order) {
        return order.events().stream()
                .filter(event -> event.kind() == Order.Event.Kind.APPROVED)
                .map(Order.Event::at)
                .findFirst();
    }

    /// Those of a return, by position of the line.
    Map<Integer, RefundDecision> decisions(Order order, Return asked) {
        var decisions = new HashMap<Integer, RefundDecision>();
        for (var line : asked.lines()) {
            decide(order, asked, line)
                    .ifPresent(decision -> decisions.put(line.position(), decision));
        }
        return Map.copyOf(decisions);
    }

    List<Return> of(Order order) {
        return book.of(order.number());
    }
}
