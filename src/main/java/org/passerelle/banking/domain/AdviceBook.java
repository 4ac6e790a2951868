package org.passerelle.banking.domain;

import java.util.List;
import java.util.UUID;
import org.passerelle.banking.Advice;
import org.passerelle.banking.MovementId;
import org.passerelle.kernel.OfficeId;

/// Keeps what reports and advices tell of bookings, each told booking once.
public interface AdviceBook {

    /// One that no statement has shown yet.
    ///
    /// @param position among those that its file tells of the account
    record Waiting(UUID id, UUID file, int position) {}

    /// Keeps what is new among these; answers how many that are.
    int keep(OfficeId office, UUID file, boolean report, List<Advised> told);

    /// In the order in which they were told.
    List<Waiting> waiting(OfficeId office, String account);

    /// A file as it was given.
    byte[] content(UUID file);

    /// A statement shows the booking: this movement.
    void seen(UUID advice, MovementId movement);

    /// The newest first.
    List<Advice> search(OfficeId office, int from, int size);

    int count(OfficeId office);
}
