package org.passerelle.ordering;

import java.util.List;

/// What became of the wish to place an order.
public sealed interface PlaceOutcome {
    /// `again` when this key placed the order before: the same answer, one order.
    record Placed(Order order, boolean again) implements PlaceOutcome {}

    /// Everything that stands in the way; nothing was reserved (ORD-02).
    record Blocked(List<Restriction> restrictions) implements PlaceOutcome {}

    /// The cart is another than the one that was looked at, or the same at other prices: nothing
    /// was reserved, the buyer looks again.
    record Changed() implements PlaceOutcome {}

    record NothingToOrder() implements PlaceOutcome {}

    /// Readers look, holders and orderers order (ACC-05).
    record NotAllowed() implements PlaceOutcome {}
}
