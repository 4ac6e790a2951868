package org.passerelle.ordering.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.joda.money.Money;
import org.passerelle.kernel.LargestFit;
import org.passerelle.ordering.Restriction;
import org.passerelle.ordering.Restriction.AboveMaximum;
import org.passerelle.ordering.Restriction.BelowMinimum;
import org.passerelle.ordering.Restriction.MustBeAlone;
import org.passerelle.ordering.WayOut;
import org.passerelle.ordering.domain.Situation.Wish;
import org.passerelle.pack.model.Programme.OrderRules;
import org.passerelle.pack.model.Programme.ValueCap;
import org.passerelle.programme.Conversion;
import org.passerelle.programme.Figure;

/// What one order must be like: alone where the programme says so, and neither less nor more than
/// the offer and its programme say. All lines of one order count together.
public final class QuantityRestrictions {
    private final Situation situation;
    private final List<Restriction> restrictions = new ArrayList<>();

    private QuantityRestrictions(Situation situation) {
        this.situation = situation;
    }

    public static List<Restriction> of(Situation situation) {
        var quantities = new QuantityRestrictions(situation);
        for (var wish : situation.wishes()) {
            var rules = wish.rules().map(version -> version.order()).orElse(OrderRules.NONE);
            quantities.alone(wish, rules);
            quantities.unitsOfOffer(wish);
            rules.atLeastLicences().ifPresent(least -> quantities.licences(wish, least));
            rules.valueCap().ifPresent(cap -> quantities.value(wish, cap));
        }
        return quantities.restrictions;
    }

    private void alone(Wish wish, OrderRules rules) {
        if (rules.alone() && situation.size() > 1) {
            restrictions.add(
                    new MustBeAlone(
                            wish.place(),
                            wish.offer().id(),
                            wish.programme().id(),
                            List.of(new WayOut.OrderAlone())));
        }
    }

    private void unitsOfOffer(Wish wish) {
        Predicate<Wish> same = other -> other.offer().id().equals(wish.offer().id());
        var inAll = units(same);
        var least = Math.max(1, wish.offer().quantity().atLeast());
        if (inAll < least || wish.line().quantity() < 1) {
            restrictions.add(
                    new BelowMinimum(
                            wish.place(),
                            wish.offer().id(),
                            least,
                            inAll,
                            raise(wish, Math.max(1, wish.quantity() + least - inAll))));
        }
        var before = units(same.and(other -> other.place() < wish.place()));
        wish.offer()
                .quantity()
                .atMost()
                .filter(most -> wish.quantity() > 0 && before + wish.quantity() > most)
                .ifPresent(most ->
                        restrictions.add(
                                new AboveMaximum(
                                        wish.place(),
                                        wish.offer().id(),
                                        new Figure.Units(most),
                                        new Figure.Units(inAll),
                                        List.of(reduce(most - before)))));
    }

    private void licences(Wish wish, long least) {
        var inAll =
                situation.wishes().stream()
                        .filter(other -> other.isOf(wish.programme()))
                        .mapToLong(other -> other.quantity() * other.offer().holds().licences())
                        .sum();
        if (inAll < least) {
            var each = wish.offer().holds().licences();
            var more = each == 0 ? 0 : Math.ceilDiv(least - inAll, each);
            restrictions.add(
                    new BelowMinimum(
                            wish.place(),
                            wish.offer().id(),
                            least,
                            inAll,
                            raise(wish, wish.quantity() + more)));
        }
    }

    private void value(Wish wish, ValueCap cap) {
        Predicate<Wish> same = other -> other.isOf(wish.programme());
        var before = value(cap, same.and(other -> other.place() < wish.place()));
        var own = value(cap, wish, wish.quantity());
        if (own.isZero() || !before.plus(own).isGreaterThan(cap.atMost())) {
            return;
        }
        var remains =
                LargestFit.upTo(
                        wish.quantity(),
                        units -> !before.plus(value(cap, wish, units)).isGreaterThan(cap.atMost()));
        var ways = new ArrayList<WayOut>();
        ways.add(reduce(remains));
        cap.otherwise().map(WayOut.ReadText::new).ifPresent(ways::add);
        restrictions.add(
                new AboveMaximum(
                        wish.place(),
                        wish.offer().id(),
                        new Figure.Amount(cap.atMost()),
                        new Figure.Amount(value(cap, same)),
                        ways));
    }

    private long units(Predicate<Wish> which) {
        return situation.wishes().stream().filter(which).mapToLong(Wish::quantity).sum();
    }

    private Money value(ValueCap cap, Predicate<Wish> which) {
        return situation.wishes().stream()
                .filter(which)
                .map(wish -> value(cap, wish, wish.quantity()))
                .reduce(Money.zero(cap.atMost().getCurrencyUnit()), Money::plus);
    }

    /// What has no market value in the pack adds nothing.
    private Money value(ValueCap cap, Wish wish, long units) {
        var currency = cap.atMost().getCurrencyUnit();
        return wish.offer()
                .marketValue()
                .map(each -> each.multipliedBy(units))
                .map(amount ->
                        Conversion.atOrAfter(
                                situation.pack().rates(), amount, currency, situation.day()))
                .orElse(Money.zero(currency));
    }

    private static WayOut reduce(long remains) {
        return remains > 0 ? new WayOut.ReduceTo(remains) : new WayOut.RemoveLine();
    }

    private static List<WayOut> raise(Wish wish, long units) {
        return units > wish.quantity()
                ? List.of(new WayOut.RaiseTo(units), new WayOut.RemoveLine())
                : List.of(new WayOut.RemoveLine());
    }
}
