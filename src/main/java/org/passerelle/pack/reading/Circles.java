package org.passerelle.pack.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Finds words that lead back to themselves.
final class Circles {
    private Circles() {}

    /// Each circle once, beginning with the word that stands first in `leadsTo`.
    static <T> List<List<T>> in(Map<T, List<T>> leadsTo) {
        var circles = new ArrayList<List<T>>();
        var done = new HashSet<T>();
        for (var start : leadsTo.keySet()) {
            follow(start, leadsTo, new ArrayList<>(), done, circles);
        }
        return circles;
    }

    private static <T> void follow(
            T word, Map<T, List<T>> leadsTo, List<T> way, HashSet<T> done, List<List<T>> circles) {
        var seenAt = way.indexOf(word);
        if (seenAt >= 0) {
            circles.add(List.copyOf(way.subList(seenAt, way.size())));
            return;
        }
        if (done.contains(word)) {
            return;
        }
        way.add(word);
        for (var next : leadsTo.getOrDefault(word, List.of())) {
            follow(next, leadsTo, way, done, circles);
        }
        way.removeLast();
        done.add(word);
    }

    /// `a → b → a`.
    static <T> String shown(List<T> circle) {
        var words = new ArrayList<>(circle.stream().map(String::valueOf).toList());
        words.add(words.getFirst());
        return String.join(" → ", words);
    }
}
