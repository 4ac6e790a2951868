package org.passerelle.audit;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.kernel.OrganisationId;

/// One line of the trail as it was written. `actorId` is a person's id or a partner's key; empty
/// when the product itself acted.
public record AuditLine(
        long number,
        Instant at,
        ActorKind actorKind,
        Optional<String> actorId,
        String actorLabel,
        String action,
        AuditSubject subject,
        Optional<OrganisationId> organisation,
        String detail) {

    public enum ActorKind {
        MEMBER,
        STAFF,
        PARTNER,
        PRODUCT
    }
}
