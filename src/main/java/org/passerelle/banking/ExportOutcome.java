package org.passerelle.banking;

import java.util.List;
import org.passerelle.payment.PayoutId;

/// What became of a choice of payouts for a file.
public sealed interface ExportOutcome {

    record Written(TransferFile file) implements ExportOutcome {}

    /// Nothing was written: these are in a file already, are due no more, or cannot be transferred
    /// (no IBAN, another currency than the euro).
    record NotPossible(List<PayoutId> payouts) implements ExportOutcome {
        public NotPossible {
            payouts = List.copyOf(payouts);
        }
    }

    /// Nothing was chosen.
    record Nothing() implements ExportOutcome {}
}
