package org.passerelle.invoicing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.passerelle.invoicing.Invoice.Party;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.Signature;

/// How documents are issued: by whom, in whose name, on which day of the office.
///
/// @param prefix of the numbers
/// @param sellers the same seller in every language a document may have
/// @param on gives the numbers their year
public record Issue(
        OfficeId office,
        String prefix,
        Map<Language, Party> sellers,
        LocalDate on,
        Instant at,
        Signature by) {
    public Issue {
        sellers = Map.copyOf(sellers);
    }
}
