package org.passerelle.faults;

import java.util.List;
import org.passerelle.ordering.IdempotencyKey;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.ordering.PlaceOutcome;

/// Somebody who writes all the time, and keeps what was acknowledged: numbers into a cart, and from
/// time to time an order.
final class Writer {
    private static final int CARTS_PER_ORDER = 5;
    private static final int ORDERS_MAX = 45; // of 50 in two years

    private final OrderingFixture house;
    private final Journal journal;
    private final Buyer buyer;
    private int orders;

    Writer(OrderingFixture house, Journal journal) {
        this.house = house;
        this.journal = journal;
        this.buyer = house.qualified();
        journal.write("writer", buyer.organisation().value());
    }

    /// Without an answer it is not known whether this was written: no line.
    void write(int number) {
        try {
            house.ordering.put(
                    buyer.organisation(), OrderingFixture.ACROBAT, String.valueOf(number));
            journal.write("wrote", number);
            if (number % CARTS_PER_ORDER == 0 && orders < ORDERS_MAX) {
                order("writer " + number);
            }
        } catch (RuntimeException | Error noAnswer) {
            journal.write("unanswered", number, noAnswer.getClass().getSimpleName());
        }
    }

    private void order(String key) {
        var outcome =
                house.ordering.placeDirectly(
                        buyer.actor(),
                        buyer.organisation(),
                        new IdempotencyKey(key.replace(' ', '-')),
                        List.of(house.line(OrderingFixture.WINDOWS, "1")));
        if (outcome instanceof PlaceOutcome.Placed(var order, _)) {
            orders++;
            journal.write("ordered", order.number().value());
        }
    }
}
