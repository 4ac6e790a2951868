package org.passerelle.tax;

import java.math.RoundingMode;
import org.joda.money.Money;

/// What a line bears of one tax.
public record TaxAmount(Tax tax, Money amount) {
    public TaxAmount {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("A tax is not negative: " + amount);
        }
    }

    /// Of an amount without taxes: rounded half up, once, to the cent (INV-02).
    ///
    /// @param net of the whole line, in the office's currency
    public static TaxAmount of(Tax tax, Money net) {
        return new TaxAmount(
                tax, net.multipliedBy(tax.percent().movePointLeft(2), RoundingMode.HALF_UP));
    }
}
