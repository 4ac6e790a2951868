package org.passerelle.organisation.domain;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A name as it is compared: its telling words without case and accents, and its figures apart.
///
/// Figures must match whatever the letters say: "Circuit 5A" and "Circuit 7A" are neighbours, not
/// the same. Words that say only what kind of body it is tell nothing.
record PlainName(Set<String> words, Set<String> figures) {
    private static final Set<String> SAY_NOTHING =
            Set.of(
                    "le",
                    "la",
                    "les",
                    "l",
                    "de",
                    "des",
                    "du",
                    "d",
                    "et",
                    "au",
                    "aux",
                    "a",
                    "en",
                    "the",
                    "of",
                    "and",
                    "for",
                    "in",
                    "der",
                    "die",
                    "das",
                    "und",
                    "von",
                    "fur",
                    "het",
                    "een",
                    "van",
                    "voor",
                    "asbl",
                    "vzw",
                    "ev",
                    "inc",
                    "ltd",
                    "sis",
                    "association",
                    "associations",
                    "fondation",
                    "foundation",
                    "stiftung",
                    "verein",
                    "incorporated",
                    "limited",
                    "society",
                    "societe");
    private static final Set<String> ROMAN =
            Set.of("ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern DOTS = Pattern.compile("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    static PlainName of(String name) {
        var words = new LinkedHashSet<String>();
        var figures = new LinkedHashSet<String>();
        for (var word : BETWEEN.split(plain(name))) {
            if (word.chars().anyMatch(Character::isDigit) || ROMAN.contains(word)) {
                figures.add(word);
            } else if (!word.isEmpty() && !SAY_NOTHING.contains(word)) {
                words.add(word);
            }
        }
        return new PlainName(words, figures);
    }

    /// Without case, accents and the dots of abbreviations.
    static String plain(String text) {
        var bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        var lower = bare.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("ß", "ss");
        return DOTS.matcher(lower).replaceAll("");
    }

    /// The same without some words, such as those of a town.
    PlainName without(PlainName others) {
        var left = new LinkedHashSet<>(words);
        left.removeAll(others.words);
        return new PlainName(left, figures);
    }

    boolean holds(PlainName others) {
        return !others.words.isEmpty() && words.containsAll(others.words);
    }

    /// How much alike two names are, from 0 to 1: the share of common trigrams of their words,
    /// whatever the words' order; 0 when the figures differ.
    double likeness(PlainName other) {
        if (!figures.equals(other.figures) || words.isEmpty() || other.words.isEmpty()) {
            return 0;
        }
        var mine = trigrams();
        var theirs = other.trigrams();
        var common = new HashSet<>(mine);
        common.retainAll(theirs);
        return (double) common.size() / (mine.size() + theirs.size() - common.size());
    }

    private Set<String> trigrams() {
        return words.stream()
                .map(word -> "  " + word + " ")
                .flatMap(word ->
                        IntStream.range(0, word.length() - 2)
                                .mapToObj(at -> word.substring(at, at + 3)))
                .collect(Collectors.toSet());
    }
}
