package org.passerelle.programme.domain;

import java.util.Collection;
import java.util.Map;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisation;
import org.passerelle.pack.model.Pack;
import org.passerelle.programme.OrganisationFacts;

/// What an organisation declared and what the office said about it, from the modules that own that.
public interface DeclaredFacts {

    /// `facts` have no waivers and no judgements: those are this module's own.
    record Declared(OfficeId office, OrganisationFacts facts) {}

    /// @throws org.passerelle.organisation.OrganisationNotFound when there is none
    Declared of(OrganisationId organisation);

    /// Of one that was read already.
    Declared of(Organisation organisation);

    /// Many at once; those that are not there are left out.
    Map<OrganisationId, Declared> of(Collection<OrganisationId> organisations);

    /// The same as a pack says it that may not be in force: which statuses a legal form brings.
    Map<OrganisationId, Declared> of(Collection<OrganisationId> organisations, Pack pack);
}
