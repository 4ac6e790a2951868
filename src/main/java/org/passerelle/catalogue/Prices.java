package org.passerelle.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Office;

/// What units of an offer cost on a day, by the pack's dated fees and VAT rates (CAT-06, INV-02).
public final class Prices {
    private Prices() {}

    /// Empty on a day for which the pack has no fee or no VAT rate.
    public static Optional<LinePrice> of(Office office, Offer offer, long quantity, LocalDate day) {
        return offer.feeOn(day)
                .flatMap(fee ->
                        vatPercent(office, offer.vatCategory(), day)
                                .map(percent -> LinePrice.of(fee, quantity, percent)));
    }

    /// The rate of a category on a day: the latest that began by then.
    public static Optional<BigDecimal> vatPercent(Office office, String category, LocalDate day) {
        return office.vat().stream()
                .filter(rate -> rate.category().equals(category) && !rate.from().isAfter(day))
                .max(Comparator.comparing(Office.VatRate::from))
                .map(Office.VatRate::percent);
    }
}
