package org.passerelle.ordering.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.passerelle.ordering.Restriction;
import org.passerelle.ordering.Restriction.OutOfStock;
import org.passerelle.ordering.WayOut;
import org.passerelle.ordering.domain.Situation.Wish;
import org.passerelle.pack.model.Offer.Stock;

/// What is out of stock cannot be paid for (CAT-05). Lines of one offer draw on the same pieces,
/// and offers of one code pool on the same codes.
public final class StockRestrictions {
    private StockRestrictions() {}

    public static List<Restriction> of(Situation situation) {
        var askedInAll = new HashMap<String, Long>();
        for (var wish : situation.wishes()) {
            askedInAll.merge(source(wish), wish.quantity(), Long::sum);
        }
        var before = new HashMap<String, Long>();
        var restrictions = new ArrayList<Restriction>();
        for (var wish : situation.wishes()) {
            var source = source(wish);
            var earlier = before.getOrDefault(source, 0L);
            var together = before.merge(source, wish.quantity(), Long::sum);
            situation
                    .stock()
                    .available(wish.offer().id())
                    .filter(available -> together > available && wish.quantity() > 0)
                    .ifPresent(available ->
                            restrictions.add(
                                    new OutOfStock(
                                            wish.place(),
                                            wish.offer().id(),
                                            available,
                                            askedInAll.getOrDefault(source, 0L),
                                            waysOut(available - earlier))));
        }
        return restrictions;
    }

    private static String source(Wish wish) {
        return wish.offer().stock() instanceof Stock.CodePool(var pool)
                ? "pool " + pool
                : "offer " + wish.offer().id();
    }

    private static List<WayOut> waysOut(long remains) {
        return List.of(
                remains > 0 ? new WayOut.ReduceTo(remains) : new WayOut.RemoveLine(),
                new WayOut.ProductAlert());
    }
}
