package org.passerelle.backoffice.returns;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Pager;

/// What members of an office give back (ORD-09).
public record StaffReturnsPage(
        List<Tab> tabs, List<Row> rows, String found, Optional<Pager> pager) {

    public record Tab(String name, String path, long count, boolean current) {}

    public record Row(
            String number,
            String path,
            String organisation,
            String organisationPath,
            String what,
            String tone,
            String state,
            String since) {}
}
