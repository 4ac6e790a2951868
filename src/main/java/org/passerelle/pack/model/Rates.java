package org.passerelle.pack.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/// Dated exchange rates as the European Central Bank gives them: how much of a currency one euro
/// buys.
public record Rates(Map<CurrencyUnit, NavigableMap<LocalDate, BigDecimal>> perEuro) {

    /// The rate used for an amount: `value` units of the currency per euro, of that day.
    public record Rate(CurrencyUnit currency, LocalDate day, BigDecimal value) {}

    /// The latest rate on or before `day`; one, of that day, for the euro itself.
    public Optional<Rate> on(CurrencyUnit currency, LocalDate day) {
        if (currency.equals(CurrencyUnit.EUR)) {
            return Optional.of(new Rate(currency, day, BigDecimal.ONE));
        }
        var dated = perEuro.get(currency);
        if (dated == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(dated.floorEntry(day))
                .map(entry -> new Rate(currency, entry.getKey(), entry.getValue()));
    }
}
