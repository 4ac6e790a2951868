package org.passerelle.organisation;

import org.passerelle.kernel.OrganisationId;

/// Staff found a held registration to be an organisation of its own: it may be submitted (ORG-03).
public record DuplicateCleared(OrganisationId organisation) {}
