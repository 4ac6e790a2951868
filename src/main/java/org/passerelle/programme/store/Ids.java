package org.passerelle.programme.store;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.kernel.OrganisationId;

/// Ids as the tables have them.
final class Ids {
    private Ids() {}

    static List<UUID> of(Collection<OrganisationId> organisations) {
        return organisations.stream().map(OrganisationId::value).toList();
    }
}
