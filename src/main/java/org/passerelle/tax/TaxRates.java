package org.passerelle.tax;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.VatRate;

/// The dated rates of an office (INV-02). Plain Java.
public final class TaxRates {
    private TaxRates() {}

    /// The taxes of a category on a day in a region, such as `CA-QC`, in the order of the pack: its
    /// own, or else those that hold wherever no region has its own. Of each tax the rate that began
    /// last. Empty where the pack has none for that day.
    public static List<Tax> of(
            Office office, String category, Optional<String> region, LocalDate day) {
        var own = region.map(one -> of(office, category, day, Optional.of(one))).orElse(List.of());
        return own.isEmpty() ? of(office, category, day, Optional.empty()) : own;
    }

    private static List<Tax> of(
            Office office, String category, LocalDate day, Optional<String> region) {
        var latest = new LinkedHashMap<String, VatRate>();
        office.vat().stream()
                .filter(rate -> rate.category().equals(category) && rate.region().equals(region))
                .filter(rate -> rate.holdsOn(day))
                .sorted(Comparator.comparing(VatRate::from))
                .forEach(rate -> latest.put(rate.tax(), rate));
        return office.vat().stream()
                .filter(rate -> latest.remove(rate.tax(), rate))
                .map(TaxRates::tax)
                .toList();
    }

    private static Tax tax(VatRate rate) {
        return rate.exempt()
                .map(reason ->
                        new Tax(
                                rate.tax(),
                                rate.name(),
                                rate.percent(),
                                TaxCategory.EXEMPT,
                                Optional.of(reason)))
                .orElseGet(() -> Tax.of(rate.tax(), rate.name(), rate.percent()));
    }

    /// Whether the taxes cannot be told before the region is known.
    public static boolean dependOnRegion(Office office, String category, LocalDate day) {
        return office.vat().stream()
                .filter(rate -> rate.category().equals(category))
                .anyMatch(rate -> rate.region().isPresent() && rate.holdsOn(day));
    }
}
