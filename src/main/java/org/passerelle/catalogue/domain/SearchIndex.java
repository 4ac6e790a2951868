package org.passerelle.catalogue.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.Localised;
import org.passerelle.kernel.SearchWords;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;

/// The words of a pack's offers in one language, ready to be searched.
public final class SearchIndex {
    private static final int IN_TITLE = 12;
    private static final int IN_NAME = 6;
    private static final int IN_TEXT = 1;

    private record Entry(List<String> title, List<String> name, List<String> text) {}

    private final Map<OfferId, Entry> entries = new HashMap<>();

    public SearchIndex(Pack pack, Language language) {
        pack.offers()
                .values()
                .forEach(offer -> entries.put(offer.id(), entry(pack, offer, language)));
    }

    private static Entry entry(Pack pack, Offer offer, Language language) {
        var names = new ArrayList<String>();
        pack.partner(offer.partner())
                .ifPresent(partner -> names.addAll(SearchWords.of(partner.name())));
        names.addAll(SearchWords.of(offer.sku()));
        names.addAll(everywhere(offer.title()));
        succeeded(pack, offer).forEach(old -> names.addAll(everywhere(old.title())));
        for (var category : offer.categories()) {
            shelfNames(pack, category).forEach(name -> names.addAll(everywhere(name)));
        }
        var text = new ArrayList<>(everywhere(offer.summary()));
        offer.descriptionText()
                .flatMap(path -> pack.texts().find(path, language, pack.office().languages()))
                .ifPresent(found -> text.addAll(SearchWords.of(found.markdown())));
        return new Entry(
                SearchWords.of(offer.title().in(language)), List.copyOf(names), List.copyOf(text));
    }

    /// In all its languages: people look for a "laptop" in a French catalogue too.
    private static List<String> everywhere(Localised text) {
        return text.texts().values().stream()
                .flatMap(said -> SearchWords.of(said).stream())
                .toList();
    }

    /// What it replaces, and what that replaced: it is still looked for by its old name (CAT-04).
    private static Set<Offer> succeeded(Pack pack, Offer offer) {
        var old = new LinkedHashSet<Offer>();
        var ahead = new ArrayDeque<OfferId>(offer.succeeds());
        while (!ahead.isEmpty()) {
            pack.offer(ahead.pop()).filter(old::add).ifPresent(one -> ahead.addAll(one.succeeds()));
        }
        return old;
    }

    /// The shelf's names and those of the shelves it lies within.
    private static List<Localised> shelfNames(Pack pack, String id) {
        var names = new ArrayList<Localised>();
        for (var shelf = shelf(pack, id);
                shelf.isPresent();
                shelf = shelf.get().within().flatMap(above -> shelf(pack, above))) {
            names.add(shelf.get().name());
            shelf.get().also().ifPresent(names::add);
        }
        return names;
    }

    private static Optional<Pack.Category> shelf(Pack pack, String id) {
        return pack.categories().stream().filter(shelf -> shelf.id().equals(id)).findFirst();
    }

    /// How well each offer fits all words of `text`: zero when one of them does not fit, one when
    /// nothing is asked. Signs alone are words that nothing fits.
    public Map<OfferId, Integer> scores(String text) {
        var wanted = SearchWords.of(text);
        var scores = new HashMap<OfferId, Integer>();
        if (wanted.isEmpty() && !text.isBlank()) {
            return scores;
        }
        entries.forEach((offer, entry) -> scores.put(offer, score(entry, wanted)));
        return scores;
    }

    private static int score(Entry entry, List<String> wanted) {
        var score = 1;
        for (var word : wanted) {
            var fit =
                    IN_TITLE * SearchWords.fit(word, entry.title())
                            + IN_NAME * SearchWords.fit(word, entry.name())
                            + IN_TEXT * SearchWords.fitInText(word, entry.text());
            if (fit == 0) {
                return 0;
            }
            score += fit;
        }
        return score;
    }
}
