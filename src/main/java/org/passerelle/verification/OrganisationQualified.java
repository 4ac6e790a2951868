package org.passerelle.verification;

import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;

/// An organisation was accepted by its office, anew or for the first time.
public record OrganisationQualified(OrganisationId organisation, OfficeId office) {}
