package org.passerelle.organisation;

import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;

/// A registration was handed to the office.
public record OrganisationSubmitted(OrganisationId organisation, OfficeId office) {}
