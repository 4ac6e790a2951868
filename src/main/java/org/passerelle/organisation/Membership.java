package org.passerelle.organisation;

import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;

/// A person's place in an organisation (ACC-05).
public record Membership(OrganisationId organisation, PersonId person, MemberRole role) {}
