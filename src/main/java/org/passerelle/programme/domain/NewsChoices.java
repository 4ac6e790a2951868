package org.passerelle.programme.domain;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;

/// Whether organisations want to hear of programmes that open to them.
public interface NewsChoices {

    /// Empty while nobody chose.
    Optional<Boolean> of(OrganisationId organisation);

    void keep(OrganisationId organisation, boolean wanted, PersonId by, Instant at);
}
