package org.passerelle.paypal;

/// What became of the wish to pay by card or PayPal (PAY-03).
public sealed interface StartOutcome {

    /// The buyer goes on at `approveAt`, a page of PayPal's.
    record Ready(Attempt attempt, String approveAt) implements StartOutcome {}

    /// Nothing is owed any more.
    record NothingOwed() implements StartOutcome {}

    /// The office does not take card and PayPal.
    record NotTaken() implements StartOutcome {}

    /// An earlier attempt may have brought the money: paying again could pay twice.
    record Waits(Attempt earlier) implements StartOutcome {}

    /// PayPal did not answer, or refused; nothing was paid. `why` is for the log of whoever runs
    /// Passerelle.
    record Unreachable(String why) implements StartOutcome {}
}
