package org.passerelle.backoffice.ordering;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.springframework.stereotype.Component;

/// Names of organisations in lists of other things, both ways.
@Component
class Named {
    private final Organisations organisations;

    Named(Organisations organisations) {
        this.organisations = organisations;
    }

    /// The organisations of an office whose name, town or number fits what was typed.
    Set<OrganisationId> fitting(OfficeId office, String text) {
        return text.isBlank()
                ? Set.of()
                : organisations.search(office, text).stream()
                        .map(Organisation::id)
                        .collect(Collectors.toSet());
    }

    /// The names of those that are known.
    Map<OrganisationId, String> of(List<OrganisationId> ids) {
        return organisations.names(ids);
    }
}
