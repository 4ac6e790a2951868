package org.passerelle.payment;

import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;

/// Money that came (PAY-02, PAY-03, PAY-04).
///
/// @param on the day it counts for: the bank's, or that of the capture
/// @param reference names it in the office for ever: the same reference counts once
/// @param payer whose it is, so that it can go back
/// @param fee what whoever carried it kept for that, out of `amount`
/// @param movement the bank movement it is part of, for money that stood in the queue; empty where
///   no statement told of it yet
public record Incoming(
        Means means,
        Money amount,
        LocalDate on,
        String reference,
        Payer payer,
        Optional<Money> fee,
        Optional<String> movement) {

    /// @throws IllegalArgumentException when the fee is nothing, or not less than the amount
    public Incoming {
        if (fee.filter(it -> !it.isPositive() || !it.isLessThan(amount)).isPresent()) {
            throw new IllegalArgumentException("No fee of " + amount + ": " + fee);
        }
    }

    public Incoming(Means means, Money amount, LocalDate on, String reference, Payer payer) {
        this(means, amount, on, reference, payer, Optional.empty(), Optional.empty());
    }

    /// The same, of which `kept` went to whoever carried it; nothing, or none of it, is no fee.
    public Incoming withFee(Money kept) {
        return new Incoming(
                means,
                amount,
                on,
                reference,
                payer,
                Optional.of(kept).filter(Money::isPositive),
                movement);
    }

    /// The same, taken from the queue, where it stands as part of `movement`.
    public Incoming ofMovement(String movement) {
        return new Incoming(means, amount, on, reference, payer, fee, Optional.of(movement));
    }
}
