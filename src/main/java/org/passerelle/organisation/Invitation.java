package org.passerelle.organisation;

import java.time.Instant;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;

/// A place among the members that waits for whoever has this confirmed e-mail address (ACC-05).
public record Invitation(
        InvitationId id,
        OrganisationId organisation,
        String email,
        MemberRole role,
        PersonId invitedBy,
        Instant invited,
        Instant expires) {}
