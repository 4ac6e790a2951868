package org.passerelle.invoicing;

import org.joda.money.Money;

/// What came of asking for a credit note (INV-01).
public sealed interface CreditOutcome {
    /// @param returned what goes back to the means that paid, zero where no money was to go back
    record Issued(InvoiceNumber number, Money returned) implements CreditOutcome {}

    /// There is no such invoice in the office, or it is a credit note itself.
    record NoInvoice() implements CreditOutcome {}

    /// No unit was asked for.
    record NothingAsked() implements CreditOutcome {}

    /// More of a line was asked for than credit notes have left of it.
    ///
    /// @param line its place on the invoice, from one
    record TooMuch(int line, long left) implements CreditOutcome {}
}
