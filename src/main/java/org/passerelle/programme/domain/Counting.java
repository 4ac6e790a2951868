package org.passerelle.programme.domain;

import java.time.ZoneId;
import java.util.List;
import java.util.function.ToLongFunction;
import org.joda.money.Money;
import org.passerelle.pack.model.Allotment;
import org.passerelle.pack.model.Allotment.Limit;
import org.passerelle.pack.model.Rates;
import org.passerelle.programme.Figure;
import org.passerelle.programme.History.Line;

/// What lines amount to in the unit of an allotment (ORD-03). Which lines belong to it is
/// [Allotments]'.
final class Counting {
    private final Succession succession;
    private final Rates rates;
    private final ZoneId officeZone;

    Counting(Succession succession, Rates rates, ZoneId officeZone) {
        this.succession = succession;
        this.rates = rates;
        this.officeZone = officeZone;
    }

    static Figure limit(Allotment allotment) {
        return switch (allotment.limit()) {
            case Limit.Units(var atMost) -> new Figure.Units(atMost);
            case Limit.Amount(var atMost) -> new Figure.Amount(atMost);
        };
    }

    Figure total(Allotment allotment, List<Line> lines) {
        return switch (allotment.limit()) {
            case Limit.Units _ -> new Figure.Units(units(allotment.count(), lines));
            case Limit.Amount(var atMost) -> new Figure.Amount(fees(atMost, lines));
        };
    }

    private long units(Allotment.Count count, List<Line> lines) {
        return switch (count) {
            case PRODUCTS, RENEWALS, INITIAL -> sum(lines, Line::quantity);
            case LICENCES ->
                    sum(
                            lines,
                            line -> Math.multiplyExact(line.quantity(), line.holds().licences()));
            case DEVICES ->
                    sum(lines, line -> Math.multiplyExact(line.quantity(), line.holds().devices()));
            case TITLES ->
                    lines.stream().map(line -> succession.key(line.offer())).distinct().count();
            case ORDERS -> lines.stream().map(Line::order).distinct().count();
            case FEES -> throw new IllegalStateException("Fees are limited by an amount of money");
        };
    }

    private static long sum(List<Line> lines, ToLongFunction<Line> units) {
        return lines.stream().mapToLong(units).reduce(0, Math::addExact);
    }

    /// Each line's fee is converted at the rate of the day it was placed and rounded to the minor
    /// unit, so that the figures a reader sees add up.
    private Money fees(Money limit, List<Line> lines) {
        var currency = limit.getCurrencyUnit();
        return lines.stream()
                .flatMap(line ->
                        line.fee().stream()
                                .map(fee ->
                                        MoneyComparison.convertAtOrAfter(
                                                rates,
                                                fee,
                                                currency,
                                                line.placed().atZone(officeZone).toLocalDate())))
                .reduce(Money.zero(currency), Money::plus);
    }
}
