package org.passerelle.catalogue.domain;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Words as the search compares them: lower case, without accents.
public final class Words {
    private Words() {}

    /// `Déjà-vu, l’été` gives `deja`, `vu`, `l`, `ete`.
    public static List<String> of(String text) {
        var plain =
                Normalizer.normalize(text, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .replace("œ", "oe")
                        .replace("Œ", "oe")
                        .replace("æ", "ae")
                        .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// How well a `wanted` word fits one of `words`: 3 the word itself, 2 its beginning, 1 with a
    /// typo or two in a long word, 0 not at all.
    public static int fit(String wanted, List<String> words) {
        var best = 0;
        for (var word : words) {
            if (word.equals(wanted)) {
                return 3;
            }
            if (word.startsWith(wanted)) {
                best = 2;
            } else if (best == 0 && isTypoOf(wanted, word)) {
                best = 1;
            }
        }
        return best;
    }

    /// Short words must be right: with three letters, everything is near everything.
    private static boolean isTypoOf(String wanted, String word) {
        var allowed = wanted.length() < 4 ? 0 : wanted.length() < 8 ? 1 : 2;
        return allowed > 0
                && Math.abs(wanted.length() - word.length()) <= allowed
                && distance(wanted, word) <= allowed;
    }

    /// Letters to insert, drop, replace, or two neighbours to change about.
    static int distance(String left, String right) {
        var rows = new int[left.length() + 1][right.length() + 1];
        for (var i = 0; i <= left.length(); i++) {
            for (var j = 0; j <= right.length(); j++) {
                if (i == 0 || j == 0) {
                    rows[i][j] = i + j;
                    continue;
                }
                var same = left.charAt(i - 1) == right.charAt(j - 1);
                rows[i][j] =
                        Math.min(
                                rows[i - 1][j - 1] + (same ? 0 : 1),
                                Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[left.length()][right.length()];
    }
}
