package org.passerelle.backoffice.invoicing;

import java.util.List;
import java.util.Optional;

/// One invoice or credit note for staff.
///
/// @param mayCredit whether some unit may still be given back
/// @param notes the numbers of the credit notes that correct it, newest first
public record StaffInvoicePage(
        String number,
        String title,
        String buyer,
        String organisation,
        List<Fact> facts,
        List<Line> lines,
        boolean ubl,
        boolean mayCredit,
        Optional<String> corrects,
        List<String> notes) {

    public record Fact(String name, String value) {}

    /// @param left units that may still be given back
    public record Line(
            int place,
            String title,
            String order,
            String sku,
            String quantity,
            String gross,
            long left) {}
}
