package org.passerelle.organisation.domain;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.passerelle.kernel.NameKey;

/// A name as it is compared: its telling words in one form, and apart from them its figures and
/// what kind of body it says it is.
///
/// Figures must match whatever the letters say: "Circuit 5A" and "Circuit 7A" are neighbours, not
/// the same. So must a foundation and the body it was founded for.
record PlainName(Set<String> words, Set<String> figures, Set<String> kinds) {
    /// Left out or added as it pleases.
    private static final Set<String> SAY_NOTHING =
            Set.of(
                    "au",
                    "aux",
                    "association",
                    "associations",
                    "society",
                    "societe",
                    "verein",
                    "organization");

    private static final Set<String> FOUNDATION = Set.of("foundation", "fondation", "stiftung");
    private static final Set<String> ROMAN =
            Set.of("ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii");

    static PlainName of(String name) {
        var words = new LinkedHashSet<String>();
        var figures = new LinkedHashSet<String>();
        var kinds = new LinkedHashSet<String>();
        for (var word : NameKey.of(name).split(" ")) {
            if (word.chars().anyMatch(Character::isDigit) || ROMAN.contains(word)) {
                figures.add(word);
            } else if (FOUNDATION.contains(word)) {
                kinds.add("foundation");
            } else if (!word.isEmpty() && !SAY_NOTHING.contains(word)) {
                words.add(word);
            }
        }
        return new PlainName(words, figures, kinds);
    }

    /// The same without some words, such as those of a town.
    PlainName without(PlainName others) {
        var left = new LinkedHashSet<>(words);
        left.removeAll(others.words);
        return new PlainName(left, figures, kinds);
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
