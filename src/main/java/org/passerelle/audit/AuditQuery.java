package org.passerelle.audit;

import java.util.List;
import java.util.Set;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Persons;

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

    /// What a reader sees of the trail.
    ///
    /// @param without organisations whose trails are not shown
    /// @param persons whose lines are shown that are of no organisation
    /// @param also what else is shown that is of no organisation and about nobody
    public record Within(Set<OrganisationId> without, Persons persons, Set<AuditSubject> also) {
        static final Within EVERYTHING = new Within(Set.of(), Persons.everybody(), Set.of());
    }
}
