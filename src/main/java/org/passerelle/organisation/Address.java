package org.passerelle.organisation;

import java.util.Optional;
import java.util.regex.Pattern;

/// A registered address. `country` is ISO 3166 alpha-2.
public record Address(
        String street, String postalCode, String town, Optional<String> region, String country) {

    private static final Pattern POST_OFFICE_BOX =
            Pattern.compile(
                    "(?iu)\\b(b\\.?\\s?p\\.?|bo[iî]te\\s+postale|p\\.?\\s?o\\.?\\s?box|postbus"
                            + "|postfach|c\\.?\\s?p\\.?|case\\s+postale)\\s*[:n°.]*\\s*\\d+");

    /// Whether it names a post-office box, where no parcel can be delivered (ORD-02).
    public boolean isPostOfficeBox() {
        return POST_OFFICE_BOX.matcher(street).find();
    }

    /// On one line: street, postal code and town.
    public String line() {
        return street + ", " + postalCode + " " + town;
    }
}
