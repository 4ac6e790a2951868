package org.passerelle.invoicing;

import org.joda.money.Money;

/// What a run would invoice (INV-01).
///
/// @param organisations one invoice each
public record Waiting(long organisations, long lines, Money net, Money tax) {
    public Money gross() {
        return net.plus(tax);
    }
}
