package org.passerelle.ordering;

import org.passerelle.kernel.OrganisationId;

/// An order was placed: its allotment and stock are reserved, its payment is expected.
public record OrderPlaced(OrderNumber order, OrganisationId organisation) {}
