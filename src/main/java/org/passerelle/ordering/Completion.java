package org.passerelle.ordering;

import java.time.Clock;
import org.passerelle.catalogue.Stockroom;
import org.passerelle.kernel.Actor;
import org.passerelle.ordering.Order.Event.Kind;
import org.passerelle.ordering.OrderState.InFulfilment;
import org.passerelle.ordering.domain.Orders;
import org.passerelle.programme.Programmes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Ends a line, and with the last line the order, once all was handed over and every parcel is
/// there (ORD-11).
@Component
class Completion {
    private final Orders orders;
    private final Programmes programmes;
    private final Stockroom stock;
    private final SupportContracts contracts;
    private final OrderLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Completion(
            Orders orders,
            Programmes programmes,
            Stockroom stock,
            SupportContracts contracts,
            OrderLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.programmes = programmes;
        this.stock = stock;
        this.contracts = contracts;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /// Nothing may be missing: neither another part nor a parcel under way.
    void onceThere(OrderNumber number, int position, Actor by) {
        var order = orders.find(number).orElseThrow();
        var line = order.line(position);
        if (line.allHandedAt().isPresent()
                && line.deliveredAt().isEmpty()
                && order.underWay(position).isEmpty()) {
            complete(order, line, by);
        }
    }

    private void complete(Order order, Order.Line line, Actor by) {
        var now = clock.instant();
        orders.delivered(order.number(), line.position(), now);
        stock.take(order.number().office(), order.cause(line.position()), by);
        programmes.use(order.number().key(), OrderLedger.place(line));
        log.note(order, Kind.LINE_DELIVERED, Integer.toString(line.position()), by);
        events.publishEvent(
                new LineDelivered(
                        order.number(), line.position(), order.organisation(), line.offer()));
        var fresh = orders.find(order.number()).orElseThrow();
        if (fresh.isFullyDelivered() && fresh.state() instanceof InFulfilment working) {
            orders.move(order.number(), working.delivered(now));
            log.note(order, Kind.DELIVERED, "", by);
            contracts.plan(fresh, by);
        }
    }
}
