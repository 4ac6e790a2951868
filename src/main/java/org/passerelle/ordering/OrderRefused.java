package org.passerelle.ordering;

import org.passerelle.kernel.OrganisationId;

/// The partner refused; allotment, stock and money came back.
public record OrderRefused(OrderNumber order, OrganisationId organisation, String reason) {}
