package org.passerelle.identity.domain;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.kernel.PersonId;

/// Reset links by their hash.
public interface ResetLinks {

    void addReset(byte[] hash, PersonId person, Instant now, Instant expires);

    Optional<PersonId> ownerOfReset(byte[] hash, Instant now);

    /// Takes the link away: of two who use it at once one gets the person.
    Optional<PersonId> takeReset(byte[] hash, Instant now);

    void dropAllOf(PersonId person);

    int forget(Instant expiredBefore);
}
