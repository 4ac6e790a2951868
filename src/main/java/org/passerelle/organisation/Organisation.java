package org.passerelle.organisation;

import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;

/// One organisation as the office knows it (ORG-01).
public record Organisation(
        OrganisationId id,
        OfficeId office,
        PersonId holder,
        Profile profile,
        RegistrationState state,
        Standing standing) {

    /// What to call it: its legal name, or nothing while none was given.
    public String name() {
        return profile.legalName();
    }

    public boolean isDraft() {
        return state instanceof RegistrationState.Draft;
    }
}
