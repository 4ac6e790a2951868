package org.passerelle.returns.domain;

import java.math.RoundingMode;
import org.joda.money.Money;

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

    private static Money upTo(Money whole, long quantity, long units) {
        return whole.multipliedBy(units).dividedBy(quantity, RoundingMode.HALF_UP);
    }
}
