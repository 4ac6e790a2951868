package org.passerelle.organisation;

import org.passerelle.kernel.OrganisationId;

/// What eligibility looks at changed: the profile as submitted, or the office's standing on it.
public record OrganisationFactsChanged(OrganisationId organisation) {}
