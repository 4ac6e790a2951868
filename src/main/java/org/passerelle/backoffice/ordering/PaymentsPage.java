package org.passerelle.backoffice.ordering;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Form;
import org.passerelle.ui.Pager;

/// What is owed to the office and what came (PAY-01).
///
/// @param unknown what is wrong with a communication that nothing was found for
public record PaymentsPage(
        List<StaffOrdersPage.Tab> tabs,
        Form form,
        String found,
        List<Row> rows,
        Optional<String> unknown,
        Optional<Pager> pager) {

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
