package org.passerelle.banking;

import java.util.List;

/// A page of movements, and how many there are in all.
public record MovementsFound(List<BankMovement> movements, int total) {
    public MovementsFound {
        movements = List.copyOf(movements);
    }

    /// Which movements are wanted.
    public enum View {
        /// Something is left to decide; the oldest first.
        OPEN,
        /// Assigned by the product alone.
        BY_ITSELF,
        /// Somebody decided.
        DECIDED,
        /// All, the newest first.
        ALL
    }
}
