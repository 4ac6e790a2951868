package org.passerelle.portal.ordering;

import java.util.List;

/// What was ordered, newest first (ORD-05).
public record OrdersPage(List<Row> rows) {

    /// @param what the offers, on one line
    public record Row(
            String number,
            String placed,
            String what,
            String gross,
            String tone,
            String state,
            String next) {}
}
