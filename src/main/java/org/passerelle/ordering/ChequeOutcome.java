package org.passerelle.ordering;

import org.joda.money.Money;
import org.passerelle.payment.RecordOutcome;

/// What became of a cheque that came (PAY-04). In all cases but the last it is in the books.
public sealed interface ChequeOutcome {

    /// The order is paid and holds what it is about.
    record Paid(Order order) implements ChequeOutcome {}

    /// What it was for is gone, or owed no more: it goes back, and the organisation is told.
    record GoesBack(Order order) implements ChequeOutcome {}

    /// Kept; so much is still missing, and nothing is held before it is there.
    record Short(Money missing) implements ChequeOutcome {}

    /// Nothing changed.
    record NotKept(RecordOutcome why) implements ChequeOutcome {}
}
