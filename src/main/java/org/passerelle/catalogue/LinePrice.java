package org.passerelle.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/// What a number of units costs. Fees are excluding VAT; VAT is rounded half up, once for each
/// line, so that an order's totals are exactly the sums of its lines (CAT-02, CAT-06).
public record LinePrice(
        Money fee, long quantity, BigDecimal vatPercent, Money net, Money vat, Money gross) {

    public static LinePrice of(Money fee, long quantity, BigDecimal vatPercent) {
        var net = fee.multipliedBy(quantity);
        var vat = net.multipliedBy(vatPercent.movePointLeft(2), RoundingMode.HALF_UP);
        return new LinePrice(fee, quantity, vatPercent, net, vat, net.plus(vat));
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
