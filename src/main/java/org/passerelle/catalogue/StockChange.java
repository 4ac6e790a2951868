package org.passerelle.catalogue;

/// What became of a count or an addition by staff.
public sealed interface StockChange {
    record Changed(StockLevel level) implements StockChange {}

    /// Fewer than orders hold: they must be settled first.
    record BelowHeld(long held) implements StockChange {}

    /// The pack says that this offer is not counted.
    record NotCounted() implements StockChange {}

    record NotAQuantity() implements StockChange {}
}
