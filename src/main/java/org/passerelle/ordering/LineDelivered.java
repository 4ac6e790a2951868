package org.passerelle.ordering;

import org.passerelle.kernel.OrganisationId;
import org.passerelle.pack.model.OfferId;

/// All of a line was handed over; its allotment is used.
public record LineDelivered(
        OrderNumber order, int line, OrganisationId organisation, OfferId offer) {}
