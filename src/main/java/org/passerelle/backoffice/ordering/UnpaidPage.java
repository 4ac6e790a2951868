package org.passerelle.backoffice.ordering;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Pager;

/// Orders of which money is missing (ORD-13).
public record UnpaidPage(String found, List<Row> rows, Optional<Pager> pager) {

    /// @param since when it was placed, and how many days ago
    /// @param reminded how often, and when next
    /// @param act where its acts are posted
    /// @param mayCancel whether nothing of it has left
    public record Row(
            String number,
            String path,
            String organisation,
            String organisationPath,
            String amount,
            String missing,
            String since,
            String reminded,
            String tone,
            String expires,
            String act,
            boolean mayCancel) {}
}
