package org.passerelle.tax;

import java.util.List;
import java.util.Optional;
import org.passerelle.pack.model.Office;

/// What is known of a buyer that taxes depend on (INV-02, INV-05).
///
/// @param isKnown whether this is somebody; a visitor is told the office's usual tax
/// @param country where goods are delivered and services used, ISO 3166 alpha-2
/// @param region such as `CA-ON`, in countries that have them
/// @param vatNumber as the organisation gave it
/// @param check the last one of this very number
/// @param exemptions those that were accepted, whatever their days
public record Buyer(
        boolean isKnown,
        String country,
        Optional<String> region,
        Optional<String> vatNumber,
        Optional<VatCheck> check,
        List<Exemption> exemptions) {

    public Buyer {
        exemptions = List.copyOf(exemptions);
    }

    /// A visitor, of whom nothing is known.
    public static Buyer visitor(Office office) {
        return at(office.country(), Optional.empty(), false);
    }

    /// Somebody who told nothing but where they are.
    public static Buyer at(String country, Optional<String> region) {
        return at(country, region, true);
    }

    private static Buyer at(String country, Optional<String> region, boolean isKnown) {
        return new Buyer(isKnown, country, region, Optional.empty(), Optional.empty(), List.of());
    }
}
