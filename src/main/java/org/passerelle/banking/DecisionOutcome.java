package org.passerelle.banking;

import java.util.List;
import org.joda.money.Money;
import org.passerelle.payment.PayableRef;
import org.passerelle.payment.RecordOutcome;

/// What became of a decision about a movement. Only the first changes anything.
public sealed interface DecisionOutcome {

    /// @param recorded what each part did, in order; empty where nothing was recorded
    record Done(BankMovement movement, List<RecordOutcome> recorded) implements DecisionOutcome {
        public Done {
            recorded = List.copyOf(recorded);
        }
    }

    /// Nothing of it is left to decide.
    record AlreadyDecided(BankMovement movement) implements DecisionOutcome {}

    /// More than is left, nothing, or money that left.
    record NotThatMuch(Money open) implements DecisionOutcome {}

    /// Nothing is billed under it in this office.
    record NoSuchPayable(String number) implements DecisionOutcome {}

    /// The payment refused it, such as one in another currency.
    record NotRecorded(PayableRef payable, RecordOutcome why) implements DecisionOutcome {}

    /// The last decision stays.
    record CannotUndo(Why why) implements DecisionOutcome {
        public enum Why {
            /// Nothing is decided, or the money left or was promised to its sender.
            GONE,
            /// Something of what it paid was handed over.
            HANDED_OVER,
            /// Money of it was sent back, or the bank was asked to.
            GOES_BACK,
            /// The bank took it back.
            TAKEN_BACK
        }
    }

    /// This is not the credit that the bank took back: another amount, or one that went back or was
    /// taken back before.
    record NotThatOne(long number) implements DecisionOutcome {}
}
