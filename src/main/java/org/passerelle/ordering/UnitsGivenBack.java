package org.passerelle.ordering;

import java.util.List;
import org.passerelle.kernel.Actor;
import org.passerelle.ordering.domain.Orders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Face for units that came back after they were handed over: what went on with them ends on that
/// day, persons' seats and the partner's support (ORD-09, ORD-11, ORD-12).
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class UnitsGivenBack {
    private final Orders orders;
    private final SeatDesk seats;
    private final SupportContracts contracts;

    UnitsGivenBack(Orders orders, SeatDesk seats, SupportContracts contracts) {
        this.orders = orders;
        this.seats = seats;
        this.contracts = contracts;
    }

    /// What ended with units of one line.
    ///
    /// @param persons who had one of them: those who were given theirs last
    /// @param support whether there was a contract, and nothing is left that it is for
    public record Ended(int position, List<String> persons, boolean support) {}

    /// So many units of a line came back, once for each return.
    public Ended end(Actor by, OrderNumber number, int position, long units) {
        var held = orders.lock(number).orElseThrow();
        orders.givenBack(held.number(), position, units);
        var order = orders.find(number).orElseThrow();
        var line = order.line(position);
        return new Ended(
                position,
                seats.endBeyond(order, line, by).stream().map(Order.Person::name).toList(),
                line.kept() == 0 && contracts.end(order, line, by));
    }
}
