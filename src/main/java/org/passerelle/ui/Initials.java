package org.passerelle.ui;

import java.util.Locale;
import java.util.Set;

/// The two letters of a tile: `AP` for L’Atelier du Pont-Vieux asbl.
public final class Initials {
    private static final Set<String> SMALL_WORDS =
            Set.of(
                    "le", "la", "les", "l", "de", "du", "des", "d", "et", "a", "à", "au", "aux",
                    "en", "pour", "the", "of", "and", "for", "asbl");

    private Initials() {}

    /// One or two capitals; empty only for a name without letters.
    public static String of(String name) {
        var letters = new StringBuilder();
        for (var word : name.split("[^\\p{L}\\p{N}]+")) {
            if (letters.length() < 2
                    && !word.isEmpty()
                    && !SMALL_WORDS.contains(word.toLowerCase(Locale.ROOT))) {
                letters.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
            }
        }
        return letters.toString();
    }
}
