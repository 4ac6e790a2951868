package org.passerelle.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.kernel.Localised;

/// What a number of units costs. Fees are excluding VAT; VAT is rounded half up, once for each
/// line, so that an order's totals are exactly the sums of its lines (CAT-02, CAT-06).
///
/// @param taxName what the tax is called where it is not VAT, such as HST
public record LinePrice(
        Money fee,
        long quantity,
        BigDecimal vatPercent,
        Optional<Localised> taxName,
        Money net,
        Money vat,
        Money gross) {

    public static LinePrice of(Money fee, long quantity, BigDecimal vatPercent) {
        return of(fee, quantity, vatPercent, Optional.empty());
    }

    public static LinePrice of(
            Money fee, long quantity, BigDecimal vatPercent, Optional<Localised> taxName) {
        var net = fee.multipliedBy(quantity);
        var vat = net.multipliedBy(vatPercent.movePointLeft(2), RoundingMode.HALF_UP);
        return new LinePrice(fee, quantity, vatPercent, taxName, net, vat, net.plus(vat));
    }

    /// The tax as people call it and its rate. Lines of one tax share it.
    public Tax tax() {
        return new Tax(taxName, vatPercent.stripTrailingZeros());
    }

    /// @param name empty for VAT
    public record Tax(Optional<Localised> name, BigDecimal percent) {}

    /// What is due of each tax, by its rate.
    public static SortedMap<Tax, Money> taxes(Collection<LinePrice> lines) {
        var taxes =
                new TreeMap<Tax, Money>(
                        Comparator.comparing(Tax::percent)
                                .thenComparing(
                                        tax -> tax.name().map(Localised::toString).orElse("")));
        lines.forEach(line -> taxes.merge(line.tax(), line.vat(), Money::plus));
        return taxes;
    }

    /// The sums over lines.
    public record Total(Money net, Money vat, Money gross) {
        public static Total of(CurrencyUnit currency, Collection<LinePrice> lines) {
            var zero = Money.zero(currency);
            return new Total(
                    lines.stream().map(LinePrice::net).reduce(zero, Money::plus),
                    lines.stream().map(LinePrice::vat).reduce(zero, Money::plus),
                    lines.stream().map(LinePrice::gross).reduce(zero, Money::plus));
        }
    }
}
