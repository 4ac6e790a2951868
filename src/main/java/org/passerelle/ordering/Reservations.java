package org.passerelle.ordering;

import java.time.Clock;
import java.util.List;
import org.passerelle.catalogue.StockOutcome;
import org.passerelle.catalogue.Stockroom;
import org.passerelle.kernel.Actor;
import org.passerelle.ordering.domain.ChequeOrders;
import org.passerelle.programme.Programmes;
import org.springframework.stereotype.Component;

/// What an order holds while it is open: allotment and stock (ORD-04).
///
/// One that is to be paid by cheque takes its stock when the cheque is there (PAY-04): others may
/// have the goods meanwhile. Its allotment is taken at placing as that of every order: it is the
/// organisation's own, nobody else waits for it, and without it two orders that wait for cheques
/// could pass the partner's limit together.
@Component
class Reservations {
    private final Programmes programmes;
    private final Stockroom stock;
    private final ChequeOrders cheques;
    private final Clock clock;

    Reservations(Programmes programmes, Stockroom stock, ChequeOrders cheques, Clock clock) {
        this.programmes = programmes;
        this.stock = stock;
        this.cheques = cheques;
        this.clock = clock;
    }

    /// Has the order hold its stock if it does not yet. False, and nothing is held, where that is
    /// gone.
    boolean take(Order order, Actor by) {
        if (!cheques.holdsNothing(order.number())) {
            return true;
        }
        if (stock.hold(order.number().office(), wanted(order), by) instanceof StockOutcome.Short) {
            stock.release(order.number().office(), order.causePrefix(), by);
            return false;
        }
        cheques.held(order.number(), clock.instant());
        return true;
    }

    /// From now on the order waits for a cheque: its stock is free for others, its allotment stays.
    void leaveStock(Order order, Actor by) {
        stock.release(order.number().office(), order.causePrefix(), by);
        cheques.chosen(order.number(), clock.instant());
    }

    /// Everything the order held is free again; asking again changes nothing.
    void letGo(Order order, Actor by) {
        programmes.release(order.number().key());
        stock.release(order.number().office(), order.causePrefix(), by);
    }

    /// What the lines of an order take from the stock.
    static List<Stockroom.Wanted> wanted(Order order) {
        return order.lines().stream()
                .map(line ->
                        new Stockroom.Wanted(
                                line.offer(),
                                line.price().quantity(),
                                order.cause(line.position())))
                .toList();
    }
}
