package org.passerelle.ordering;

import org.passerelle.catalogue.Stockroom;
import org.passerelle.kernel.Actor;
import org.passerelle.programme.Programmes;
import org.springframework.stereotype.Component;

/// What an order holds while it is open: allotment and stock (ORD-04).
@Component
class Reservations {
    private final Programmes programmes;
    private final Stockroom stock;

    Reservations(Programmes programmes, Stockroom stock) {
        this.programmes = programmes;
        this.stock = stock;
    }

    /// Everything the order held is free again; asking again changes nothing.
    void letGo(Order order, Actor by) {
        programmes.release(order.number().key());
        stock.release(order.number().office(), order.causePrefix(), by);
    }
}
