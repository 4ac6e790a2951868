package org.passerelle.backoffice.ordering;

import java.util.List;
import org.passerelle.ui.Form;

/// What is owed to the office and what came (PAY-01).
public record PaymentsPage(
        List<StaffOrdersPage.Tab> tabs, Form form, String found, List<Row> rows) {

    /// @param path of what is billed
    public record Row(
            String path,
            String what,
            String organisation,
            String communication,
            String amount,
            String received,
            String expected,
            String tone,
            String state) {}
}
