package org.passerelle.programme;

import org.passerelle.kernel.OrganisationId;

/// What an organisation has ordered here is another than before: some rules look at it.
public record OrderHistoryChanged(OrganisationId organisation) {}
