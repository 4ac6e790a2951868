package org.passerelle.cli;

import java.time.Instant;
import java.util.Map;
import org.passerelle.ordering.Basket;
import org.passerelle.pack.model.OfferId;
import org.passerelle.programme.History;
import org.passerelle.programme.OrganisationFacts;

/// A described organisation with its past, at a moment, and what it wants to order.
///
/// @param stock of the offers whose stock was said
record TryFacts(
        Instant at,
        OrganisationFacts organisation,
        History history,
        Map<OfferId, Long> stock,
        Basket basket) {}
