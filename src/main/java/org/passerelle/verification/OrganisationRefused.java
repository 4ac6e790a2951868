package org.passerelle.verification;

import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;

/// An organisation was refused by its office.
public record OrganisationRefused(OrganisationId organisation, OfficeId office) {}
