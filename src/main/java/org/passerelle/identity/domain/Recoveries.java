package org.passerelle.identity.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.identity.Recovery;
import org.passerelle.identity.RecoveryId;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.PersonId;

/// Where requests to regain access are kept.
public interface Recoveries {
    /// Stores a request; answers its number.
    long add(RecoveryId id, Recovery.Typed typed, OfficeId office, byte[] linkHash, Instant now);

    Optional<Recovery> find(RecoveryId id);

    Optional<Recovery> byLink(byte[] linkHash);

    /// Unanswered ones of an office and of none, oldest first.
    List<Recovery> open(OfficeId office);

    /// False when it was answered before. No person: it was refused.
    boolean answer(
            RecoveryId id, Optional<PersonId> person, PersonId staff, String reason, Instant now);
}
