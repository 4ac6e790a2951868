package org.passerelle.verification;

import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;

/// The office asked an organisation something; the promise waits for the answer.
public record InformationRequested(OrganisationId organisation, OfficeId office) {}
