package org.passerelle.audit;

import java.util.List;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;

/// Which lines of the trail are wanted.
public sealed interface AuditQuery {

    record Everything() implements AuditQuery {}

    record OfOrganisation(OrganisationId organisation) implements AuditQuery {}

    /// Lines about any of these things.
    record About(List<AuditSubject> subjects) implements AuditQuery {
        public About {
            subjects = List.copyOf(subjects);
        }
    }

    /// What this person did, and what was done about them.
    record OfPerson(PersonId person) implements AuditQuery {}
}
