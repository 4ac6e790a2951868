package org.passerelle.organisation;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// A registered address. `country` is ISO 3166 alpha-2.
public record Address(
        String street, String postalCode, String town, Optional<String> region, String country) {

    /// Words that mean nothing else, and short forms, which do only before a number or alone.
    private static final Pattern POST_OFFICE_BOX =
            Pattern.compile(
                    "(?iU)(?<![\\p{L}.])(?:"
                            + "(?:boi\\p{M}*te|case)\\s+postale\\b|casier\\s+postal\\b"
                            + "|p\\.?\\s?o\\.?\\s?box\\b|post\\s+office\\s+box\\b"
                            + "|postbus\\b|postfach\\b"
                            + "|(?:b\\.?\\s?p\\.?|c\\.?\\s?p\\.?|p\\.?o\\.?b\\.?)"
                            + "\\s*(?:(?:no|nr|n)\\b)?\\s*[:°º.]*\\s*\\d"
                            + "|b\\.?\\s?p\\.?\\s*$)");

    /// Whether it names a post-office box, where no parcel can be delivered (ORD-02).
    public boolean isPostOfficeBox() {
        return namesBox(street) || namesBox(town);
    }

    private static boolean namesBox(String text) {
        return POST_OFFICE_BOX.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).find();
    }

    /// On one line, as a carrier reads it.
    public String line() {
        return street + ", " + place();
    }

    /// The line below the street: `L-2344 Luxembourg`; where the region is a code, such as `CA-ON`,
    /// `Toronto ON M5V 0A0`.
    public String place() {
        return region.filter(code -> code.startsWith(country + "-"))
                .map(code -> town + " " + code.substring(country.length() + 1) + " " + postalCode)
                .orElseGet(() -> postalCode + " " + town);
    }
}
