package org.passerelle.payment;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/// What became of a receipt that staff recorded. Except for the last three, the money is kept and
/// explained.
public sealed interface RecordOutcome {

    /// All that was owed is there, to the cent.
    record Settled(Payable payable) implements RecordOutcome {}

    /// Kept, but `missing` must still come; the payable stays awaited.
    record Short(Payable payable, Money missing) implements RecordOutcome {}

    /// Settled, and `excess` is noted: it is the organisation's.
    record Over(Payable payable, Money excess) implements RecordOutcome {}

    /// Nothing is owed any more: all of it is noted as excess.
    record NoLongerOwed(Payable payable, Money excess) implements RecordOutcome {}

    /// The same receipt was recorded before; nothing changed.
    record AlreadyRecorded(Payable payable) implements RecordOutcome {}

    /// The bank's reference stands for another receipt; `field` is where they differ. Nothing
    /// changed.
    record Differs(Field field) implements RecordOutcome {
        public enum Field {
            PAYABLE,
            AMOUNT,
            DAY
        }
    }

    /// The money is in a currency other than what is owed. Nothing changed.
    record OtherCurrency(CurrencyUnit expected, CurrencyUnit received) implements RecordOutcome {}

    /// A receipt is more than nothing. Nothing changed.
    record NotAnAmount(Money received) implements RecordOutcome {}
}
