package org.passerelle.ordering;

import java.time.Clock;
import java.util.Optional;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.kernel.Actor;
import org.passerelle.ordering.ActOutcome.Done;
import org.passerelle.ordering.Order.Event.Kind;
import org.passerelle.ordering.domain.Orders;
import org.springframework.stereotype.Component;

/// Writes down what happens to an order: in its own history, which its organisation reads, and in
/// the audit trail.
@Component
class OrderLog {
    private final Orders orders;
    private final Audit audit;
    private final Clock clock;

    OrderLog(Orders orders, Audit audit, Clock clock) {
        this.orders = orders;
        this.audit = audit;
        this.clock = clock;
    }

    /// Moves the order to its next state and tells it in both places.
    Done moved(Actor by, Order order, OrderState next, Kind kind, String detail) {
        orders.move(order.number(), next);
        note(order, kind, detail, by);
        audit(by, order, "order." + next.code().word(), detail);
        return new Done(orders.find(order.number()).orElseThrow());
    }

    void note(Order order, Kind kind, String detail, Actor by) {
        orders.note(order.number(), new Order.Event(kind, detail, clock.instant(), by.signature()));
    }

    void audit(Actor by, Order order, String action, String detail) {
        audit.record(
                new AuditEntry(
                        by,
                        action,
                        new AuditSubject("order", order.number().key()),
                        Optional.of(order.organisation()),
                        detail));
    }
}
