package org.passerelle.organisation;

import java.util.Optional;
import java.util.Set;
import org.passerelle.kernel.OrganisationId;

/// What eligibility looks at changed: the profile as submitted, or the office's standing on it.
///
/// @param fields which of its data changed, by the codes of [ChangeItem], or of [Field] where the
///   organisation changed them on its own; none when it was first submitted or the standing changed
/// @param changeRequest the number of the request by which they changed (ORG-04)
public record OrganisationFactsChanged(
        OrganisationId organisation, Set<String> fields, Optional<Long> changeRequest) {

    public OrganisationFactsChanged(OrganisationId organisation) {
        this(organisation, Set.of(), Optional.empty());
    }
}
