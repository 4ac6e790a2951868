package org.passerelle.ordering;

import java.util.List;
import java.util.Optional;
import org.passerelle.pack.model.Pack;
import org.passerelle.programme.History;
import org.passerelle.programme.Programmes;

/// An order as the allotment ledger counts it: its lines by their place from zero.
final class OrderLedger {
    private OrderLedger() {}

    static List<Programmes.Wanted> wanted(Pack pack, Order order) {
        return order.lines().stream()
                .map(line ->
                        new Programmes.Wanted(
                                place(line),
                                pack.offer(line.offer()).orElseThrow(),
                                line.price().quantity(),
                                persons(line)))
                .toList();
    }

    static int place(Order.Line line) {
        return line.position() - 1;
    }

    private static List<History.Person> persons(Order.Line line) {
        return line.persons().stream()
                .map(person ->
                        new History.Person(
                                person.email(), Optional.of(person.name()), person.newUser()))
                .toList();
    }
}
