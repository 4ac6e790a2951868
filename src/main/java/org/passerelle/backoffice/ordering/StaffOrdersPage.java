package org.passerelle.backoffice.ordering;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Form;
import org.passerelle.ui.Option;
import org.passerelle.ui.Pager;

/// Orders of the office under a filter that stands in the address.
public record StaffOrdersPage(
        List<Tab> tabs,
        Form form,
        List<Option> partners,
        String found,
        List<Row> rows,
        Optional<Pager> pager) {

    public record Tab(String name, String path, long count, boolean current) {}

    /// @param blocks what the order waits for
    public record Row(
            String path,
            String number,
            String organisation,
            String organisationPath,
            String what,
            String placed,
            String gross,
            String tone,
            String state,
            String blocks) {}
}
