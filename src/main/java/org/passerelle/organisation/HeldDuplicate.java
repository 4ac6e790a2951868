package org.passerelle.organisation;

import java.time.Instant;
import java.util.Set;
import org.passerelle.kernel.OrganisationId;

/// A registration that is near certainly the same as `other`, held until staff decides (ORG-03).
public record HeldDuplicate(
        OrganisationId organisation, OrganisationId other, Set<Likeness> likenesses, Instant held) {
    public HeldDuplicate {
        likenesses = Set.copyOf(likenesses);
    }
}
