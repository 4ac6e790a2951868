package org.passerelle.catalogue;

import java.util.List;
import org.passerelle.pack.model.OfferId;

/// What became of a wish to hold stock: all of it is held, or none.
public sealed interface StockOutcome {
    record Held() implements StockOutcome {}

    /// Every offer that has too little.
    record Short(List<Shortage> shortages) implements StockOutcome {}

    record Shortage(OfferId offer, long asked, long available) {}
}
