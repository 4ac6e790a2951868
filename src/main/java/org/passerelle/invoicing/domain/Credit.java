package org.passerelle.invoicing.domain;

import java.math.RoundingMode;
import java.util.Map;
import org.joda.money.Money;
import org.passerelle.invoicing.Invoice.Line;
import org.passerelle.invoicing.Invoice.Tax;
import org.passerelle.invoicing.domain.InvoiceBook.Invoiced;

/// How much of a line's taxes is given back with some of its units (INV-01).
///
/// However a line is given back in parts, the taxes of all parts together are those of the line to
/// the cent: each part bears what is due up to it, less what went before.
public final class Credit {
    private Credit() {}

    /// The line of a credit note about some units of an invoiced line.
    ///
    /// @param units to give back now; no more than are left
    /// @param agreed what was promised of each tax, by its code; empty where nobody did. The last
    ///   units bear what is left, whatever was promised.
    public static Line of(Invoiced invoiced, long units, Map<String, Money> agreed) {
        var line = invoiced.line();
        if (units < 1 || units > invoiced.left()) {
            throw new IllegalArgumentException(units + " of " + invoiced);
        }
        return new Line(
                line.order(),
                line.orderLine(),
                line.sku(),
                line.title(),
                units,
                line.fee(),
                line.taxes().stream().map(tax -> part(tax, invoiced, units, agreed)).toList(),
                line.deliveredOn());
    }

    private static Tax part(Tax tax, Invoiced of, long units, Map<String, Money> agreed) {
        var zero = Money.zero(tax.amount().getCurrencyUnit());
        var before = of.creditedTaxes().getOrDefault(tax.code(), zero);
        var left = tax.amount().minus(before);
        var due =
                units == of.left()
                        ? left
                        : agreed.getOrDefault(
                                tax.code(), upTo(tax, of, of.credited() + units).minus(before));
        return tax.of(of.line().fee().multipliedBy(units), within(zero, due, left));
    }

    private static Money within(Money least, Money amount, Money most) {
        return amount.isLessThan(least) ? least : amount.isGreaterThan(most) ? most : amount;
    }

    private static Money upTo(Tax tax, Invoiced of, long units) {
        return tax.amount()
                .multipliedBy(units)
                .dividedBy(of.line().quantity(), RoundingMode.HALF_UP);
    }
}
