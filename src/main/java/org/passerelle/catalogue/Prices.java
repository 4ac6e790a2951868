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

    /// For an organisation in a region, such as `CA-ON`. Empty on a day for which the pack has no
    /// fee or no VAT rate.
    public static Optional<LinePrice> of(
            Office office, Offer offer, long quantity, Optional<String> region, LocalDate day) {
        return offer.feeOn(day)
                .flatMap(fee ->
                        vatRate(office, offer.vatCategory(), region, day)
                                .map(rate ->
                                        LinePrice.of(fee, quantity, rate.percent(), rate.name())));
    }

    /// Whether the tax cannot be told before the region is known.
    public static boolean dependOnRegion(Office office, Offer offer, LocalDate day) {
        return office.vat().stream()
                .filter(rate -> rate.category().equals(offer.vatCategory()))
                .anyMatch(rate -> rate.region().isPresent() && !rate.from().isAfter(day));
    }

    /// The rate of a category on a day that holds where no region has its own: the latest that
    /// began by then.
    public static Optional<BigDecimal> vatPercent(Office office, String category, LocalDate day) {
        return vatRate(office, category, Optional.empty(), day).map(Office.VatRate::percent);
    }

    /// The rate of a category on a day in a region, such as `CA-ON`: its own, or else the one that
    /// holds wherever no region has its own.
    public static Optional<Office.VatRate> vatRate(
            Office office, String category, Optional<String> region, LocalDate day) {
        var begun =
                office.vat().stream()
                        .filter(rate -> rate.category().equals(category))
                        .filter(rate -> !rate.from().isAfter(day))
                        .sorted(Comparator.comparing(Office.VatRate::from).reversed())
                        .toList();
        return begun.stream()
                .filter(rate -> region.isPresent() && rate.region().equals(region))
                .findFirst()
                .or(() -> begun.stream().filter(rate -> rate.region().isEmpty()).findFirst());
    }
}
