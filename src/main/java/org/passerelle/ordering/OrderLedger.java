package org.passerelle.ordering;

import java.util.List;
import java.util.Optional;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Pack;
import org.passerelle.programme.History;

/// An order as the allotment ledger counts it.
final class OrderLedger {
    private OrderLedger() {}

    /// Its lines, with what one unit holds today.
    static List<History.Line> lines(Pack pack, Order order) {
        return order.lines().stream().map(line -> line(pack, order, line)).toList();
    }

    private static History.Line line(Pack pack, Order order, Order.Line line) {
        return new History.Line(
                order.number().key(),
                line.offer(),
                line.programme(),
                line.price().quantity(),
                pack.offer(line.offer()).map(Offer::holds).orElse(new Offer.Holds(0, 0)),
                Optional.of(line.price().net()),
                order.placedAt(),
                Optional.empty(),
                History.State.PLACED,
                line.persons().stream()
                        .map(person ->
                                new History.Person(
                                        person.email(),
                                        Optional.of(person.name()),
                                        person.newUser()))
                        .toList());
    }
}
