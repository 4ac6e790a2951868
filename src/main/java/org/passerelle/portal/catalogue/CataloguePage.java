package org.passerelle.portal.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.ui.Option;
import org.passerelle.ui.Pager;
import org.passerelle.ui.Why;

/// The catalogue under a filter (CAT-02).
///
/// @param office as the address names it, so that the filter keeps it; empty when it does not
/// @param emptyText what to do where nothing was found
/// @param wider the same words without the filters
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
        boolean isFiltered,
        String emptyText,
        Optional<Why.Link> wider,
        Optional<Unqualified> unqualified) {

    /// What a reader reads first whose organisation the office has not qualified.
    ///
    /// @param isLeftOut whether what is open to all is what remains to them
    public record Unqualified(String text, String link, boolean isLeftOut) {}

    /// The boxes that are ticked: a search for other words keeps them.
    public List<Choice> ticked() {
        return Stream.of(standings, kinds, categories)
                .flatMap(List::stream)
                .filter(Choice::ticked)
                .toList();
    }

    /// One box to tick, with how many offers it would leave.
    public record Choice(
            String name, String value, String label, long count, boolean ticked, boolean below) {}
}
