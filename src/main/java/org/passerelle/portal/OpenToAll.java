package org.passerelle.portal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.passerelle.kernel.Language;
import org.passerelle.pack.model.Criterion;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Programme;
import org.passerelle.ui.Why;

/// Offers that every organisation the office qualified may have: their partners demand nothing more
/// (ELI-06).
public final class OpenToAll {
    /// The page that shows all of them, and what all may have elsewhere.
    public static final String PATH = "/catalogue/open";

    private OpenToAll() {}

    /// Those of the organisation's country that are on sale, by title.
    public static List<Why.Link> offers(
            Pack pack, String country, LocalDate day, Language language) {
        return pack.programmes().values().stream()
                .filter(programme -> isOpen(programme, pack, country, day))
                .flatMap(programme -> pack.offersOf(programme.id()).stream())
                .filter(offer -> offer.eligible().isEmpty() && offer.isOnSale(day))
                .filter(offer -> isFor(offer, country))
                .map(offer ->
                        new Why.Link(offer.title().in(language), "/offers/" + offer.id().value()))
                .sorted(Comparator.comparing(Why.Link::text))
                .toList();
    }

    private static boolean isOpen(Programme programme, Pack pack, String country, LocalDate day) {
        return programme
                .versionOn(day, country, pack.id())
                .filter(version ->
                        version.eligible().of().stream().allMatch(one -> asksLittle(one, country)))
                .isPresent();
    }

    private static boolean asksLittle(Criterion criterion, String country) {
        return criterion instanceof Criterion.Qualified
                || (criterion instanceof Criterion.Country(var words)
                        && (words.anyOf().isEmpty() || words.anyOf().contains(country))
                        && !words.noneOf().contains(country));
    }

    private static boolean isFor(Offer offer, String country) {
        return offer.countries().map(those -> those.contains(country)).orElse(true);
    }
}
