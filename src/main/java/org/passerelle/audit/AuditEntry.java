package org.passerelle.audit;

import java.util.Optional;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;

/// One thing done, before it is written.
///
/// `action` says module and act in lower case, past tense: `token.revoked`. `detail` says in one
/// line what changed, from what, to what, and why; never a secret.
public record AuditEntry(
        Actor actor,
        String action,
        AuditSubject subject,
        Optional<OrganisationId> organisation,
        String detail) {

    public static AuditEntry of(Actor actor, String action, AuditSubject subject, String detail) {
        return new AuditEntry(actor, action, subject, Optional.empty(), detail);
    }

    public AuditEntry about(OrganisationId whom) {
        return new AuditEntry(actor, action, subject, Optional.of(whom), detail);
    }
}
