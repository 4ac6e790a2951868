package org.passerelle.backoffice.ordering;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Form;
import org.passerelle.ui.Pager;

/// An office's cheques by where they are (PAY-04).
///
/// @param waiting whether these are orders whose cheque has not come
/// @param act what may be done with all rows: `banked`, or nothing
public record ChequesPage(
        List<StaffOrdersPage.Tab> tabs,
        String found,
        boolean waiting,
        String view,
        List<Row> rows,
        Form form,
        String today,
        String currency,
        Optional<Pager> pager) {

    /// @param reference names the cheque; empty for an order that waits for one
    /// @param cheque its number and whose it is
    public record Row(
            String reference,
            String number,
            String path,
            String organisation,
            String cheque,
            String amount,
            String state,
            String tone) {}
}
