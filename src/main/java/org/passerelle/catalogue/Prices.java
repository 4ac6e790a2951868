package org.passerelle.catalogue;

import java.time.LocalDate;
import java.util.Optional;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Office;
import org.passerelle.tax.Buyer;
import org.passerelle.tax.Taxation;

/// What units of an offer cost on a day, by the pack's dated fees and taxes (CAT-06, INV-02).
public final class Prices {
    private Prices() {}

    /// For a buyer of whom that is known. Empty on a day for which the pack has no fee or no tax.
    public static Optional<LinePrice> of(
            Office office, Offer offer, long quantity, Buyer buyer, LocalDate day) {
        var taxes = Taxation.of(office, buyer, offer.vatCategory(), day).taxes();
        return offer.feeOn(day)
                .filter(_ -> !taxes.isEmpty())
                .map(fee -> LinePrice.of(fee, quantity, taxes));
    }
}
