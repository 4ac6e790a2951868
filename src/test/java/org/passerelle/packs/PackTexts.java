package org.passerelle.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.kernel.Language;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Pack;

/// The Markdown texts of a pack.
record PackTexts(Pack pack) {

    /// The text in this very language, with nothing to fall back on.
    String in(Language language, String path) {
        return Optional.ofNullable(pack.texts().byPath().get(path))
                .map(versions -> versions.get(language))
                .orElseThrow(() -> new AssertionError("no text " + path + " in " + language))
                .markdown();
    }

    /// All conditions of an offer, one after the other.
    String conditions(Offer offer, Language language) {
        return offer.conditions().stream()
                .map(path -> in(language, path))
                .collect(Collectors.joining());
    }

    /// The paths of the texts that an offer's page shows.
    static List<String> of(Offer offer) {
        var paths = new ArrayList<>(offer.conditions());
        offer.descriptionText().ifPresent(paths::add);
        offer.requirementsText().ifPresent(paths::add);
        offer.usageText().ifPresent(paths::add);
        return paths;
    }

    void assertInFrenchAndEnglish(String path) {
        assertThat(in(Language.FR, path)).as(path).isNotBlank().isNotEqualTo(in(Language.EN, path));
    }
}
