package org.passerelle.portal.catalogue;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Option;
import org.passerelle.ui.Pager;

/// The catalogue under a filter (CAT-02).
///
/// @param office as the address names it, so that the filter keeps it; empty when it does not
/// @param standings empty for a reader without an organisation
public record CataloguePage(
        String count,
        String office,
        String text,
        List<Choice> standings,
        List<Choice> kinds,
        List<Choice> categories,
        List<Option> partners,
        String partner,
        List<Option> sorts,
        String sort,
        List<OfferCard> cards,
        Optional<Pager> pager,
        boolean isFiltered) {

    /// One box to tick, with how many offers it would leave.
    public record Choice(
            String name, String value, String label, long count, boolean ticked, boolean below) {}
}
