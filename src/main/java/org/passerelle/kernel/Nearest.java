package org.passerelle.kernel;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Guesses what a mistyped word was meant to be.
public final class Nearest {
    private Nearest() {}

    /// The allowed word with the fewest slips (a letter too many, missing, wrong, or two swapped),
    /// when they are few enough for its length to be a slip at all.
    public static Optional<String> to(String word, Collection<String> allowed) {
        var typed = word.toLowerCase(Locale.ROOT);
        record Guess(String word, int slips) {}
        return allowed.stream()
                .filter(known -> Math.abs(known.length() - typed.length()) <= allowedSlips(known))
                .map(known -> new Guess(known, slips(typed, known.toLowerCase(Locale.ROOT))))
                .filter(guess -> guess.slips() <= allowedSlips(guess.word()))
                .min(Comparator.comparingInt(Guess::slips).thenComparing(Guess::word))
                .map(Guess::word);
    }

    private static int allowedSlips(String word) {
        return Math.clamp((word.length() + 2) / 3, 1, 4);
    }

    /// Slips between two words: Damerau-Levenshtein distance (optimal string alignment).
    public static int slips(String a, String b) {
        var before = new int[b.length() + 1];
        var last = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(last[j - 1] + (same ? 0 : 1), 1 + Math.min(last[j], row[j - 1]));
                var swapped =
                        i > 1
                                && j > 1
                                && a.charAt(i - 1) == b.charAt(j - 2)
                                && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[b.length()];
    }
}
