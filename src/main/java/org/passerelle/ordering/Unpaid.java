package org.passerelle.ordering;

import java.util.List;

/// An order that waits for a transfer, with no more of it than what names it.
///
/// @param titles of its lines, in their order
public record Unpaid(OrderNumber number, List<String> titles) {
    public Unpaid {
        titles = List.copyOf(titles);
    }
}
