package org.passerelle.kernel;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;

/// Divides money exactly: the parts always sum to the whole, to the minor unit (SUB-09).
///
/// Each part is its exact share or the minor unit beside it. The units left over by rounding go to
/// the parts that lost most, and among equals to the first: the same division always gives the same
/// parts.
public final class MoneyDivision {
    private MoneyDivision() {}

    /// `whole` in parts of the proportions of `weights`; a negative whole gives negative parts.
    ///
    /// @throws IllegalArgumentException when a weight is negative or all are zero
    public static List<Money> byWeights(Money whole, List<Long> weights) {
        var total = BigInteger.ZERO;
        for (var weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("A negative weight: " + weight);
            }
            total = total.add(BigInteger.valueOf(weight));
        }
        if (total.signum() == 0) {
            throw new IllegalArgumentException("Nothing to divide by: all weights are zero");
        }
        return divide(whole, weights, total);
    }

    /// `whole` in `count` parts that differ by at most one minor unit, the larger first.
    ///
    /// @throws IllegalArgumentException when `count` is not positive
    public static List<Money> evenly(Money whole, int count) {
        return byWeights(whole, IntStream.range(0, count).mapToObj(_ -> 1L).toList());
    }

    private static List<Money> divide(Money whole, List<Long> weights, BigInteger total) {
        var units = whole.getAmount().unscaledValue();
        var floors = new ArrayList<BigInteger>();
        var lost = new ArrayList<BigInteger>();
        var left = units.abs();
        for (var weight : weights) {
            var share = units.abs().multiply(BigInteger.valueOf(weight)).divideAndRemainder(total);
            floors.add(share[0]);
            lost.add(share[1]);
            left = left.subtract(share[0]);
        }
        IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparing(lost::get, Comparator.reverseOrder()))
                .limit(left.intValueExact())
                .forEach(part -> floors.set(part, floors.get(part).add(BigInteger.ONE)));
        var sign = BigInteger.valueOf(units.signum());
        return floors.stream().map(part -> ofUnits(whole, part.multiply(sign))).toList();
    }

    private static Money ofUnits(Money like, BigInteger units) {
        return Money.of(like.getCurrencyUnit(), new java.math.BigDecimal(units, like.getScale()));
    }
}
