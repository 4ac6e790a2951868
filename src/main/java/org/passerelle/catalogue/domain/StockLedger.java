package org.passerelle.catalogue.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.passerelle.catalogue.StockLevel;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.model.OfferId;

/// Movements of counted offers. Only ever adds.
public interface StockLedger {

    /// Holds the offer's row until the transaction ends, opening it with `initial` pieces when the
    /// ledger meets it for the first time, and sums it.
    Sums lock(OfficeId office, OfferId offer, long initial, Instant now);

    /// The sums without holding anything; what a pack opens with where nothing moved yet.
    Sums sums(OfficeId office, OfferId offer, long initial);

    /// The sums of every offer of an office that anything moved of, in one go.
    Map<OfferId, Sums> sums(OfficeId office);

    void add(OfficeId office, OfferId offer, StockLevel.Movement movement);

    /// What `cause` holds still, by offer.
    List<HeldFor> heldFor(OfficeId office, String cause);

    /// The latest movements, newest first.
    List<StockLevel.Movement> movements(OfficeId office, OfferId offer, int limit);

    record Sums(long onHand, long held) {
        public long available() {
            return onHand - held;
        }
    }

    record HeldFor(OfferId offer, String cause, long units) {}
}
