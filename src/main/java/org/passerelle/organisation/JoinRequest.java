package org.passerelle.organisation;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;

/// A request to join, as staff sees it. `message` is what the person wrote.
public record JoinRequest(
        JoinRequestId id,
        OrganisationId organisation,
        PersonId person,
        String message,
        Instant asked,
        Optional<Boolean> accepted) {}
