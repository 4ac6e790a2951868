package org.passerelle.payment.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.Signature;
import org.passerelle.payment.Cheque;

/// Cheques as their receipts, and what became of those, say.
public interface ChequeBook {
    /// Newest first.
    List<Cheque> search(OfficeId office, Cheque.Stage stage, int from, int size);

    int count(OfficeId office, Cheque.Stage stage);

    Optional<Cheque> find(OfficeId office, String reference);

    /// False when it is known to be at the bank.
    boolean bank(
            OfficeId office,
            String cheque,
            LocalDate on,
            String reference,
            Instant at,
            Signature by);
}
