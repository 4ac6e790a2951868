package org.passerelle.pack.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words a pack defines and the places where it uses them; compared once all files are read.
final class Vocabulary {

    /// What a word may name.
    enum Kind {
        PARTNER("partner"),
        PROGRAMME("programme"),
        OFFER("offer"),
        ACTIVITY("activity"),
        FORM("legal form"),
        STATUS("status"),
        PURPOSE("purpose"),
        DESIGNATION("designation"),
        ATTESTATION("attestation"),
        JUDGEMENT("judgement"),
        CATEGORY("category"),
        VAT("VAT category"),
        TEXT("text");

        private final String name;

        Kind(String name) {
            this.name = name;
        }
    }

    private record Use(Kind kind, String word, Place place) {}

    private record Definition(Layer layer, Place place) {}

    private final Problems problems;
    private final Map<Kind, Map<String, Definition>> defined = new EnumMap<>(Kind.class);
    private final List<Use> uses = new ArrayList<>();
    private final Set<Kind> incomplete = EnumSet.noneOf(Kind.class);

    Vocabulary(Problems problems) {
        this.problems = problems;
        for (var kind : Kind.values()) {
            defined.put(kind, new HashMap<>());
        }
    }

    /// Defines a word. Twice in one pack is a problem; over one of a base pack replaces it.
    void define(Kind kind, String word, Layer layer, Place place) {
        var earlier = words(kind).put(word, new Definition(layer, place));
        if (earlier != null && earlier.layer().equals(layer)) {
            problems.add(
                    place,
                    "%s '%s' stands twice: already in %s line %d"
                            .formatted(
                                    kind.name,
                                    word,
                                    earlier.place().file(),
                                    earlier.place().line()));
        }
    }

    /// The word read as a definition, noted.
    Reader<String> defining(Kind kind, Layer layer) {
        return value ->
                Scalars.word(value)
                        .map(word -> {
                            define(kind, word, layer, value.place());
                            return word;
                        });
    }

    /// The word read as a use of one defined anywhere, before or after.
    Reader<String> using(Kind kind) {
        return value ->
                value.text()
                        .map(word -> {
                            use(kind, word, value.place());
                            return word;
                        });
    }

    void use(Kind kind, String word, Place place) {
        uses.add(new Use(kind, word, place));
    }

    boolean knows(Kind kind, String word) {
        return words(kind).containsKey(word);
    }

    /// A file that may define such words could not be read: their absence is no further problem.
    void incomplete(Collection<Kind> kinds) {
        incomplete.addAll(kinds);
    }

    boolean isComplete(Kind kind) {
        return !incomplete.contains(kind);
    }

    Optional<Place> placeOf(Kind kind, String word) {
        return Optional.ofNullable(words(kind).get(word)).map(Definition::place);
    }

    /// Notes every use of a word that nothing defines.
    void check() {
        for (var use : uses) {
            if (!knows(use.kind(), use.word()) && isComplete(use.kind())) {
                problems.addWord(
                        use.place(),
                        "there is no %s '%s'".formatted(use.kind().name, use.word()),
                        use.word(),
                        words(use.kind()).keySet());
            }
        }
    }

    private Map<String, Definition> words(Kind kind) {
        return java.util.Objects.requireNonNull(defined.get(kind));
    }
}
