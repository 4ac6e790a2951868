package org.passerelle.banking.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.banking.OriginalFile;
import org.passerelle.banking.TransferFile;
import org.passerelle.kernel.OfficeId;
import org.passerelle.payment.PayoutId;

/// Keeps which transfers an office asked its bank for; only ever adds.
public interface TransferBook {

    /// One transfer of a file.
    record Asked(String endToEnd, PayoutId payout, int turn) {}

    /// Keeps a file with its transfers; false when one of them was asked for before.
    boolean add(TransferFile file, byte[] content, List<Asked> transfers);

    /// The files of an office, the newest first.
    List<TransferFile> files(OfficeId office);

    Optional<OriginalFile> file(OfficeId office, String name);

    /// In which file each of these payouts was asked for last, and in which turn.
    Map<PayoutId, InFile> inFiles(Collection<PayoutId> payouts);

    record InFile(String name, int turn) {}

    /// The transfer of an office that comes back under this reference.
    Optional<Asked> asked(OfficeId office, String endToEnd);

    /// The transfers of a file; none where the office has no such file.
    List<Asked> asked(TransferFile file);

    /// How many files an office has.
    int count(OfficeId office);
}
