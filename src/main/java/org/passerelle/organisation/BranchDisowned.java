package org.passerelle.organisation;

import org.passerelle.kernel.OrganisationId;

/// The holder of an organisation says that a branch is none of theirs (ORG-06).
public record BranchDisowned(OrganisationId branch, OrganisationId parent, String words) {}
