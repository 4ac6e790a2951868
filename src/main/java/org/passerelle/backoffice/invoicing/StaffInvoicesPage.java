package org.passerelle.backoffice.invoicing;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Pager;

/// Invoices of an office, with the month's run (INV-01).
///
/// @param waiting what a run now would make, in words; empty when nothing waits
public record StaffInvoicesPage(
        String until,
        Optional<String> waiting,
        String soFar,
        String next,
        boolean underWay,
        List<Run> runs,
        List<Row> rows,
        String found,
        Optional<Pager> pager) {

    public record Run(
            String started, String by, String until, String made, String tone, String state) {}

    public record Row(
            String number,
            String title,
            String buyer,
            String organisation,
            String issued,
            String gross) {}
}
