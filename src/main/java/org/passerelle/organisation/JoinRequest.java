package org.passerelle.organisation;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;

/// A request to join, as whoever answers it sees it. `message` is what the person wrote; until
/// `holderUntil` it is the account holder's to answer, from then on staff's too (ACC-06).
public record JoinRequest(
        JoinRequestId id,
        OrganisationId organisation,
        PersonId person,
        String message,
        Instant asked,
        Instant holderUntil,
        Optional<Boolean> accepted) {}
