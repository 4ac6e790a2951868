package org.passerelle.catalogue;

import java.time.LocalDate;
import java.util.Optional;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Office;
import org.passerelle.tax.TaxRates;

/// What units of an offer cost on a day, by the pack's dated fees and taxes (CAT-06, INV-02).
public final class Prices {
    private Prices() {}

    /// For an organisation in a region, such as `CA-ON`. Empty on a day for which the pack has no
    /// fee or no tax.
    public static Optional<LinePrice> of(
            Office office, Offer offer, long quantity, Optional<String> region, LocalDate day) {
        var taxes = TaxRates.of(office, offer.vatCategory(), region, day);
        return offer.feeOn(day)
                .filter(_ -> !taxes.isEmpty())
                .map(fee -> LinePrice.of(fee, quantity, taxes));
    }
}
