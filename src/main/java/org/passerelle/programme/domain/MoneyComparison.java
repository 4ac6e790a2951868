package org.passerelle.programme.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.pack.model.Rates;
import org.passerelle.programme.Conversion;

/// Compares amounts of different currencies at the rates of a day, exactly: both sides are
/// multiplied by the other's rate, nothing is rounded (ELI-01).
public final class MoneyComparison {
    private MoneyComparison() {}

    /// The sign of `amount - limit`; empty where a currency has no rate on or before the day.
    public static Optional<Integer> compare(Rates rates, Money amount, Money limit, LocalDate day) {
        if (amount.getCurrencyUnit().equals(limit.getCurrencyUnit())) {
            return Optional.of(amount.compareTo(limit));
        }
        return rates.on(amount.getCurrencyUnit(), day)
                .flatMap(of ->
                        rates.on(limit.getCurrencyUnit(), day)
                                .map(in ->
                                        amount.getAmount()
                                                .multiply(in.value())
                                                .compareTo(
                                                        limit.getAmount().multiply(of.value()))));
    }

    /// The amount in `currency`, rounded half-even to its minor unit; empty where a currency has no
    /// rate on or before the day.
    public static Optional<Conversion> convert(
            Rates rates, Money amount, CurrencyUnit currency, LocalDate day) {
        return rates.on(amount.getCurrencyUnit(), day)
                .flatMap(from -> rates.on(currency, day).map(to -> conversion(amount, from, to)));
    }

    /// The amount in `currency` at the rates of the day or, before the first there are, at the
    /// first. Counting never stops for want of a rate.
    ///
    /// @throws IllegalStateException when a currency has no rate at all, which no installed pack
    ///   lets happen
    public static Money convertAtOrAfter(
            Rates rates, Money amount, CurrencyUnit currency, LocalDate day) {
        if (amount.getCurrencyUnit().equals(currency)) {
            return amount;
        }
        var from = rate(rates, amount.getCurrencyUnit(), day);
        var to = rate(rates, currency, day);
        return conversion(amount, from, to).to();
    }

    private static Rates.Rate rate(Rates rates, CurrencyUnit currency, LocalDate day) {
        return rates.on(currency, day)
                .or(() ->
                        Optional.ofNullable(rates.perEuro().get(currency))
                                .map(dated -> dated.firstEntry())
                                .map(first ->
                                        new Rates.Rate(currency, first.getKey(), first.getValue())))
                .orElseThrow(() -> new IllegalStateException("No rate for " + currency));
    }

    private static Conversion conversion(Money amount, Rates.Rate from, Rates.Rate to) {
        BigDecimal exact = amount.getAmount().multiply(to.value());
        var converted =
                exact.divide(
                        from.value(), to.currency().getDecimalPlaces(), RoundingMode.HALF_EVEN);
        return new Conversion(amount, Money.of(to.currency(), converted), from, to);
    }
}
