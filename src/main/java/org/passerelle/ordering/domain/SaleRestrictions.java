package org.passerelle.ordering.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.ordering.Restriction;
import org.passerelle.ordering.Restriction.ConditionsNotAccepted;
import org.passerelle.ordering.Restriction.NotOnSale;
import org.passerelle.ordering.WayOut;
import org.passerelle.ordering.domain.Situation.Wish;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Programme;

/// Whether a line is for sale at all that day, and whether its conditions were accepted (ORD-01).
public final class SaleRestrictions {
    private SaleRestrictions() {}

    public static List<Restriction> of(Situation situation) {
        var restrictions = new ArrayList<Restriction>();
        for (var gone : situation.unlisted()) {
            restrictions.add(
                    new NotOnSale(
                            gone.place(),
                            gone.offer(),
                            Optional.empty(),
                            List.of(new WayOut.RemoveLine())));
        }
        for (var wish : situation.wishes()) {
            if (!isOnSale(situation, wish)) {
                restrictions.add(notOnSale(situation, wish));
            }
            if (!wish.line().accepted() && !wish.offer().conditions().isEmpty()) {
                restrictions.add(
                        new ConditionsNotAccepted(
                                wish.place(),
                                wish.offer().id(),
                                wish.offer().conditions(),
                                List.of(new WayOut.AcceptConditions())));
            }
        }
        return restrictions;
    }

    private static boolean isOnSale(Situation situation, Wish wish) {
        return wish.rules().isPresent()
                && wish.offer().isOnSale(situation.day())
                && successor(situation, wish).isEmpty();
    }

    /// An offer ends when one that succeeds it is sold.
    private static Optional<Offer> successor(Situation situation, Wish wish) {
        var pack = situation.pack();
        return successors(pack, wish.offer())
                .filter(next -> next.isOnSale(situation.day()))
                .reduce((_, later) -> later);
    }

    private static Stream<Offer> successors(Pack pack, Offer offer) {
        return Stream.iterate(
                        pack.successorOf(offer.id()),
                        Optional::isPresent,
                        next -> next.flatMap(each -> pack.successorOf(each.id())))
                .limit(pack.offers().size())
                .flatMap(Optional::stream);
    }

    private static Restriction notOnSale(Situation situation, Wish wish) {
        var from = saleStarts(situation, wish);
        var ways = new ArrayList<WayOut>();
        successor(situation, wish)
                .map(next -> new WayOut.OrderSuccessor(next.id()))
                .ifPresent(ways::add);
        from.map(day -> new WayOut.Wait(Optional.of(day))).ifPresent(ways::add);
        if (ways.isEmpty()) {
            ways.add(new WayOut.RemoveLine());
        }
        return new NotOnSale(wish.place(), wish.offer().id(), from, ways);
    }

    /// The day it will be sold from, when all that keeps it back is that the day has not come.
    private static Optional<LocalDate> saleStarts(Situation situation, Wish wish) {
        var offer = wish.offer();
        return Stream.of(
                        offer.onSaleFrom().stream(),
                        offer.fees().stream().map(Offer.DatedFee::from).limit(1),
                        wish.programme().versions().stream().map(Programme.Version::from))
                .flatMap(days -> days)
                .filter(day -> day.isAfter(situation.day()))
                .sorted()
                .filter(day -> offer.isOnSale(day) && wish.programme().versionOn(day).isPresent())
                .findFirst();
    }
}
