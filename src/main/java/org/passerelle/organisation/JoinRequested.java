package org.passerelle.organisation;

import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;

/// Somebody asks to join an organisation that is registered already (ACC-06).
public record JoinRequested(JoinRequestId request, OrganisationId organisation, PersonId person) {}
