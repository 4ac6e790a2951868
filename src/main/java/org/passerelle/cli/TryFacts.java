package org.passerelle.cli;

import java.time.Instant;
import java.util.Map;
import org.passerelle.ordering.Basket;
import org.passerelle.pack.model.OfferId;
import org.passerelle.programme.History;
import org.passerelle.programme.OrganisationFacts;
import org.passerelle.tax.Buyer;

/// A described organisation with its past, at a moment, and what it wants to order.
///
/// @param stock of the offers whose stock was said
/// @param buyer what taxes depend on
record TryFacts(
        Instant at,
        OrganisationFacts organisation,
        History history,
        Map<OfferId, Long> stock,
        Buyer buyer,
        Basket basket) {}
