package org.passerelle.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.kernel.Localised;
import org.passerelle.tax.Tax;
import org.passerelle.tax.TaxAmount;

/// What a number of units costs. Fees are without taxes; each tax is rounded half up, once for each
/// line, so that an order's totals are exactly the sums of its lines (CAT-02, CAT-06, INV-02).
///
/// @param taxes each with its amount, in the order in which they are said
/// @param vat the sum of the taxes
public record LinePrice(
        Money fee, long quantity, List<TaxAmount> taxes, Money net, Money vat, Money gross) {

    private static final Comparator<Tax> AS_SAID =
            Comparator.comparing(Tax::percent)
                    .thenComparing(Tax::code)
                    .thenComparing(Tax::category)
                    .thenComparing(tax -> tax.name().map(Localised::toString).orElse(""))
                    .thenComparing(tax -> tax.reason().map(Localised::toString).orElse(""));

    public LinePrice {
        taxes = List.copyOf(taxes);
        var sum = taxes.stream().map(TaxAmount::amount).reduce(net.minus(net), Money::plus);
        if (!vat.equals(sum) || !gross.equals(net.plus(vat))) {
            throw new IllegalArgumentException(
                    "Not the sum: " + net + " with " + taxes + " is not " + vat + ", " + gross);
        }
    }

    /// With each tax of the list on the amount without taxes, never on another tax.
    public static LinePrice of(Money fee, long quantity, List<Tax> taxes) {
        var net = fee.multipliedBy(quantity);
        return stored(fee, quantity, taxes.stream().map(tax -> TaxAmount.of(tax, net)).toList());
    }

    /// As it was agreed then: the amounts are taken as they are.
    public static LinePrice stored(Money fee, long quantity, List<TaxAmount> taxes) {
        var net = fee.multipliedBy(quantity);
        var zero = Money.zero(net.getCurrencyUnit());
        var vat = taxes.stream().map(TaxAmount::amount).reduce(zero, Money::plus);
        return new LinePrice(fee, quantity, taxes, net, vat, net.plus(vat));
    }

    /// What is due of each tax, the lowest rate first. Lines of one tax share it.
    public static SortedMap<Tax, Money> taxes(Collection<LinePrice> lines) {
        var taxes = new TreeMap<Tax, Money>(AS_SAID);
        for (var line : lines) {
            line.taxes().forEach(due -> taxes.merge(due.tax(), due.amount(), Money::plus));
        }
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
