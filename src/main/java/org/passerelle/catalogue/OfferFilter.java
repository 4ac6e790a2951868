package org.passerelle.catalogue;

import java.util.Set;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.PartnerId;

/// What a reader looks for (CAT-02). An empty set asks for nothing.
///
/// @param text words, of which each must fit
/// @param standings only of use to an organisation
public record OfferFilter(
        String text,
        Set<PartnerId> partners,
        Set<String> categories,
        Set<Offer.Kind> kinds,
        Set<OfferView.Standing> standings,
        Sort sort) {
    public static final OfferFilter NONE =
            new OfferFilter("", Set.of(), Set.of(), Set.of(), Set.of(), Sort.SUGGESTED);

    public OfferFilter {
        partners = Set.copyOf(partners);
        categories = Set.copyOf(categories);
        kinds = Set.copyOf(kinds);
        standings = Set.copyOf(standings);
    }

    /// `SUGGESTED`: the best fit first where words were given, else the pack's own order.
    public enum Sort {
        SUGGESTED,
        SAVING,
        FEE,
        NAME
    }

    /// Whether nothing is asked for.
    public boolean isEmpty() {
        return text.isBlank()
                && partners.isEmpty()
                && categories.isEmpty()
                && kinds.isEmpty()
                && standings.isEmpty();
    }

    OfferFilter withoutPartners() {
        return new OfferFilter(text, Set.of(), categories, kinds, standings, sort);
    }

    OfferFilter withoutCategories() {
        return new OfferFilter(text, partners, Set.of(), kinds, standings, sort);
    }

    OfferFilter withoutKinds() {
        return new OfferFilter(text, partners, categories, Set.of(), standings, sort);
    }

    OfferFilter withoutStandings() {
        return new OfferFilter(text, partners, categories, kinds, Set.of(), sort);
    }
}
