package org.passerelle.catalogue.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.catalogue.CodePoolLevel;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.Signature;

/// Discount codes, sealed. A code goes from free to held to given, or back from held to free.
public interface Codes {

    record Sealed(UUID id, byte[] sealed, Optional<LocalDate> expiresOn) {}

    /// Adds a free code; false when the pool has it already.
    boolean add(
            OfficeId office,
            String pool,
            UUID id,
            byte[] sealed,
            byte[] fingerprint,
            Optional<LocalDate> expiresOn,
            Instant now,
            Signature by);

    /// Holds up to `units` codes usable on `day` that nobody holds; answers how many.
    int hold(OfficeId office, String pool, String cause, long units, LocalDate day);

    /// Lets go of what is held, not given, for causes that begin with `causePrefix`.
    ///
    /// @return the pools that have more free codes now
    Set<String> release(OfficeId office, String causePrefix);

    /// Gives what is held for `cause` and answers all that was ever given for it.
    List<Sealed> give(OfficeId office, String cause, Instant now);

    /// What was given for `cause`.
    List<Sealed> given(OfficeId office, String cause);

    long free(OfficeId office, String pool, LocalDate day);

    List<CodePoolLevel> levels(OfficeId office, LocalDate day);
}
