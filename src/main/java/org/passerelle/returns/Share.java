package org.passerelle.returns;

import java.math.RoundingMode;
import java.util.List;
import org.joda.money.Money;
import org.passerelle.catalogue.LinePrice;
import org.passerelle.tax.TaxAmount;

/// What some units of a line are worth. Shares follow each other so that those of all units add up
/// to the whole line's amount, to the cent (ORD-09).
public final class Share {
    private Share() {}

    /// The share of `units` after those of `before` have gone, of `quantity` in all; each sum half
    /// up.
    ///
    /// @throws IllegalArgumentException when there are not so many
    public static Money of(Money whole, long quantity, long before, long units) {
        if (before < 0 || units < 0 || before + units > quantity) {
            throw new IllegalArgumentException(before + " + " + units + " of " + quantity);
        }
        return upTo(whole, quantity, before + units).minus(upTo(whole, quantity, before));
    }

    /// Each tax of a line, for `units` after those of `before`.
    public static List<TaxAmount> taxes(LinePrice price, long before, long units) {
        return price.taxes().stream()
                .map(tax ->
                        new TaxAmount(tax.tax(), of(tax.amount(), price.quantity(), before, units)))
                .toList();
    }

    /// The fee and all taxes, for `units` after those of `before`.
    public static Money gross(LinePrice price, long before, long units) {
        return taxes(price, before, units).stream()
                .map(TaxAmount::amount)
                .reduce(of(price.net(), price.quantity(), before, units), Money::plus);
    }

    private static Money upTo(Money whole, long quantity, long units) {
        return whole.multipliedBy(units).dividedBy(quantity, RoundingMode.HALF_UP);
    }
}
