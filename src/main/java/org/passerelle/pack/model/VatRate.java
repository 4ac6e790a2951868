package org.passerelle.pack.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.passerelle.kernel.Localised;

/// A category's rate of one tax, VAT or what stands for it, from a day to a day, both inclusive
/// (INV-02). Those of a `region`, such as `CA-QC`, hold there instead of the ones of none; a region
/// may have several taxes.
///
/// @param tax the code of the tax, such as `gst` or `vat-standard`
/// @param name what it is called, where it is not VAT
/// @param percent in per cent, such as 9.975; zero where `exempt` says why there is none
public record VatRate(
        String category,
        String tax,
        Optional<String> region,
        Optional<Localised> name,
        BigDecimal percent,
        LocalDate from,
        Optional<LocalDate> until,
        Optional<Localised> exempt) {

    /// What a tax is called where the pack gives it no code.
    public static String usualCode(String category) {
        return "vat-" + category;
    }

    /// VAT of a category, everywhere, from a day on.
    public static VatRate of(String category, BigDecimal percent, LocalDate from) {
        return new VatRate(
                category,
                usualCode(category),
                Optional.empty(),
                Optional.empty(),
                percent,
                from,
                Optional.empty(),
                Optional.empty());
    }

    /// Whether it has begun by a day and not ended before; a later one may have taken its place.
    public boolean holdsOn(LocalDate day) {
        return !from.isAfter(day) && until.filter(last -> last.isBefore(day)).isEmpty();
    }
}
