package org.passerelle.portal.catalogue;

import java.util.Optional;

/// One offer as a card: figures in the reader's words, the verdict in one line.
///
/// @param saved such as `−90 %`
public record OfferCard(
        String id,
        String initials,
        String partner,
        String kind,
        String title,
        String summary,
        String fee,
        String withTax,
        Optional<String> value,
        Optional<String> saved,
        Verdict verdict) {

    /// @param why the address of all reasons, where there are some to read
    public record Verdict(
            String tone, String icon, String title, String detail, Optional<String> why) {}
}
