package org.passerelle.programme.domain;

import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.programme.OrganisationFacts;

/// What an organisation declared and what the office said about it, from the modules that own that.
public interface DeclaredFacts {

    /// `facts` have no waivers and no judgements: those are this module's own.
    record Declared(OfficeId office, OrganisationFacts facts) {}

    Declared of(OrganisationId organisation);
}
