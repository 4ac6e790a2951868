package org.passerelle.identity.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.kernel.PersonId;

/// New addresses that were asked for, by the hashes of their two links (ACC-04).
public interface EmailChanges {

    /// `done` says that the new address counts already.
    record Change(UUID id, PersonId person, String oldEmail, String newEmail, boolean done) {}

    /// @param confirmBy until when the link to the new address works, `stopBy` that to the old one
    record Asked(
            Change change,
            byte[] confirmHash,
            byte[] stopHash,
            Instant at,
            Instant confirmBy,
            Instant stopBy) {}

    /// Stores a wish; an earlier one of this person that waits is dropped.
    void ask(Asked asked);

    Optional<Change> toConfirm(byte[] confirmHash, Instant now);

    Optional<Change> toStop(byte[] stopHash, Instant now);

    /// Marks a waiting change as done; false when somebody was faster.
    boolean confirm(UUID id);

    /// Stops a change, waiting or done; false when it was stopped before.
    boolean stop(UUID id);

    /// The waiting and the recent changes of a person, newest first.
    List<Change> of(PersonId person);

    void dropAllOf(PersonId person);

    int forget(Instant stopByBefore);
}
