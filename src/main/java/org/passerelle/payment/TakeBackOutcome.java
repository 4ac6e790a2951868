package org.passerelle.payment;

import org.joda.money.Money;

/// What became of money that was taken back. Only the first changes anything.
public sealed interface TakeBackOutcome {

    /// It is noted; `missing` has to come anew, nothing where nothing is owed.
    record Taken(Payable payable, Money missing) implements TakeBackOutcome {}

    /// The same was noted before.
    record AlreadyTaken(Payable payable) implements TakeBackOutcome {}

    /// The reference stands for something else that was taken back.
    record Differs() implements TakeBackOutcome {}

    /// Nothing came under that reference for this payable.
    record NoSuchReceipt(String reference) implements TakeBackOutcome {}

    /// Nothing, more than that receipt brought and was not taken back yet, or another currency.
    record NotAnAmount(Money asked, Money most) implements TakeBackOutcome {}
}
