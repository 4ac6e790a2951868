package org.passerelle.payment;

import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;

/// Money of a receipt that whoever carried it took back: a cheque without cover, a dispute that was
/// lost, a transfer that was recalled (PAY-02, PAY-03, PAY-04).
///
/// @param receipt the reference of the receipt that brought it
/// @param amount all of what it brought, or a part
/// @param on the day it counts for: the bank's, or PayPal's
/// @param reference names it in the office for ever: the same reference counts once
/// @param out of where it was taken: the bank account for a cheque that had been banked
/// @param costs what was taken besides, and is the office's cost
public record TakenBack(
        String receipt,
        Money amount,
        LocalDate on,
        String reference,
        String why,
        Means out,
        Optional<Money> costs) {

    /// @throws IllegalArgumentException when the costs are less than nothing
    public TakenBack {
        if (costs.filter(it -> !it.isPositive()).isPresent()) {
            throw new IllegalArgumentException("No costs: " + costs);
        }
    }

    /// All of a receipt, from where its means stand.
    public static TakenBack whole(
            Payable.Receipt receipt, LocalDate on, String reference, String why) {
        return new TakenBack(
                receipt.bankReference(),
                receipt.amount(),
                on,
                reference,
                why,
                receipt.means(),
                Optional.empty());
    }

    /// Only so much of it.
    public TakenBack part(Money amount) {
        return new TakenBack(receipt, amount, on, reference, why, out, costs);
    }

    /// Taken from where money of that means stands; `TRANSFER` is the bank account.
    public TakenBack outOf(Means means) {
        return new TakenBack(receipt, amount, on, reference, why, means, costs);
    }

    /// With what was taken besides; nothing is no cost.
    public TakenBack withCosts(Money besides) {
        return new TakenBack(
                receipt,
                amount,
                on,
                reference,
                why,
                out,
                Optional.of(besides).filter(Money::isPositive));
    }
}
