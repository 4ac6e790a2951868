package org.passerelle.catalogue;

import java.time.Instant;
import java.util.List;
import org.passerelle.kernel.Signature;
import org.passerelle.pack.model.OfferId;

/// The count of one offer, and the movements it is the sum of, newest first.
public record StockLevel(OfferId offer, long onHand, long held, List<Movement> movements) {

    public long available() {
        return onHand - held;
    }

    /// `onHand` and `held` are changes.
    public record Movement(
            Kind kind, long onHand, long held, String cause, Instant at, Signature by) {}

    public enum Kind {
        OPENED,
        ADDED,
        COUNTED,
        HELD,
        RELEASED,
        TAKEN
    }
}
