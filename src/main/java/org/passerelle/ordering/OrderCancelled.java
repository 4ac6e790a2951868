package org.passerelle.ordering;

import org.passerelle.kernel.OrganisationId;

/// The organisation cancelled before transmission; allotment, stock and money came back.
public record OrderCancelled(OrderNumber order, OrganisationId organisation, String reason) {}
