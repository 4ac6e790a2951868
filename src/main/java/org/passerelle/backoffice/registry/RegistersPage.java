package org.passerelle.backoffice.registry;

import java.util.List;
import java.util.Optional;
import org.passerelle.backoffice.CasePanels.Badge;

/// Which registers there are, as of when, and what their last import came to.
public record RegistersPage(List<Row> rows) {

    /// @param last outcome of the last import, with its figures or why it was refused
    public record Row(
            String id,
            String title,
            String keeper,
            String address,
            String licence,
            String asOf,
            String entries,
            String active,
            Optional<Badge> outcome,
            String last) {}
}
