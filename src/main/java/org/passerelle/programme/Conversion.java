package org.passerelle.programme;

import org.joda.money.Money;
import org.passerelle.pack.model.Rates.Rate;

/// An amount in another currency, with the two rates to the euro that were used. `to` is rounded
/// half-even to the minor unit, for showing; comparisons are made without rounding.
public record Conversion(Money from, Money to, Rate fromRate, Rate toRate) {

    /// Such as `350000.00 EUR = 394975.00 USD at 1.1285 USD of 2022-01-14`: the euro's own rate of
    /// one goes without saying.
    public String canonical() {
        var rates = new java.util.StringJoiner(", ");
        for (var rate : java.util.List.of(fromRate, toRate)) {
            if (!rate.currency().getCode().equals("EUR")) {
                rates.add(
                        rate.value().toPlainString()
                                + " "
                                + rate.currency().getCode()
                                + " of "
                                + rate.day());
            }
        }
        return Figure.canonical(from) + " = " + Figure.canonical(to) + " at " + rates;
    }
}
