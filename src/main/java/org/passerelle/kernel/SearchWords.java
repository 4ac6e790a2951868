package org.passerelle.kernel;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Words as a search compares them: lower case, without accents.
public final class SearchWords {
    private static final int SHORT = 4;
    private static final int LONG = 6;

    private SearchWords() {}

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
        return fit(wanted, words, true);
    }

    /// The same among the words of a long text, where a short word or a typo would be near
    /// everything: three letters must be a word, and only long words are forgiven a typo.
    public static int fitInText(String wanted, List<String> words) {
        return wanted.length() < SHORT
                ? words.contains(wanted) ? 3 : 0
                : fit(wanted, words, wanted.length() >= LONG);
    }

    private static int fit(String wanted, List<String> words, boolean forgiving) {
        var best = 0;
        for (var word : words) {
            if (word.equals(wanted)) {
                return 3;
            }
            if (word.startsWith(wanted)) {
                best = 2;
            } else if (forgiving && best == 0 && isTypoOf(wanted, word)) {
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
                && Nearest.slips(wanted, word) <= allowed;
    }
}
