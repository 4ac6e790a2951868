package org.passerelle.verification;

import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;

/// The office's period ran out without a new qualification (VER-01).
public record QualificationLapsed(OrganisationId organisation, OfficeId office) {}
