package org.passerelle.identity.domain;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.kernel.PersonId;

/// Persons who asked to be forgotten and still can think again.
public interface Erasures {
    void ask(PersonId person, Instant now, Instant due);

    Optional<Instant> due(PersonId person);

    /// False when nothing was asked.
    boolean cancel(PersonId person);
}
