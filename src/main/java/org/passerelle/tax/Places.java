package org.passerelle.tax;

import java.util.Locale;
import org.passerelle.kernel.Language;
import org.passerelle.pack.model.Office;

/// What places of exemptions are called: a region of the office by the pack's name, a country by
/// its own.
public final class Places {
    private Places() {}

    /// @param place such as `CA-QC` or `LU`
    public static String name(Office office, String place, Language language) {
        return office.region(place)
                .map(region -> region.name().in(language))
                .orElseGet(() ->
                        Locale.of("", place)
                                .getDisplayCountry(Locale.forLanguageTag(language.code())));
    }
}
