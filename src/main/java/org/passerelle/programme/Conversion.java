package org.passerelle.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.pack.model.Rates;
import org.passerelle.pack.model.Rates.Rate;
import org.passerelle.programme.domain.MoneyComparison;

/// An amount in another currency, with the two rates to the euro that were used. `to` is rounded
/// half-even to the minor unit, for showing; comparisons are made without rounding.
public record Conversion(Money from, Money to, Rate fromRate, Rate toRate) {

    /// The amount in `currency`, rounded half-even to its minor unit, at the latest rates on or
    /// before the day; empty where there is none.
    public static Optional<Conversion> of(
            Rates rates, Money amount, CurrencyUnit currency, LocalDate day) {
        return MoneyComparison.convert(rates, amount, currency, day);
    }

    /// The same where an answer is needed: before the first rate there is, that one is used.
    ///
    /// @throws IllegalStateException when a currency has no rate at all, which no installed pack
    ///   lets happen
    public static Money atOrAfter(Rates rates, Money amount, CurrencyUnit currency, LocalDate day) {
        return MoneyComparison.convertAtOrAfter(rates, amount, currency, day);
    }

    /// Such as `350000.00 EUR = 394975.00 USD at 1.1285 USD of 2022-01-14`: the euro's own rate of
    /// one goes without saying.
    public String canonical() {
        var rates = new StringJoiner(", ");
        for (var rate : List.of(fromRate, toRate)) {
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
