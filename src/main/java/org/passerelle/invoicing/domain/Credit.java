package org.passerelle.invoicing.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.passerelle.invoicing.Invoice.Line;
import org.passerelle.invoicing.Invoice.Tax;

/// How much of a line's taxes is given back with some of its units (INV-01).
///
/// However a line is given back in parts, the taxes of all parts together are those of the line to
/// the cent: each part bears what is due up to it, less what went before.
public final class Credit {
    private Credit() {}

    /// The line of a credit note.
    ///
    /// @param before units of it that were given back already
    /// @param units to give back now; with those before no more than the line has
    public static Line of(Line invoiced, long before, long units) {
        if (units < 1 || before < 0 || before + units > invoiced.quantity()) {
            throw new IllegalArgumentException(
                    units + " after " + before + " of " + invoiced.quantity());
        }
        var taxes =
                invoiced.taxes().stream().map(tax -> part(tax, invoiced, before, units)).toList();
        return new Line(
                invoiced.order(),
                invoiced.orderLine(),
                invoiced.sku(),
                invoiced.title(),
                units,
                invoiced.fee(),
                taxes,
                invoiced.deliveredOn());
    }

    private static Tax part(Tax tax, Line line, long before, long units) {
        var upTo = upTo(tax, line, before + units);
        var amount = tax.amount().minus(tax.amount()).plus(upTo.subtract(upTo(tax, line, before)));
        return new Tax(
                tax.code(),
                tax.name(),
                tax.percent(),
                tax.category(),
                tax.reason(),
                line.fee().multipliedBy(units),
                amount);
    }

    private static BigDecimal upTo(Tax tax, Line line, long units) {
        return tax.amount()
                .getAmount()
                .multiply(BigDecimal.valueOf(units))
                .divide(
                        BigDecimal.valueOf(line.quantity()),
                        tax.amount().getCurrencyUnit().getDecimalPlaces(),
                        RoundingMode.HALF_UP);
    }
}
