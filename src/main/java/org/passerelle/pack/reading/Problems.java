package org.passerelle.pack.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.Nearest;
import org.passerelle.pack.PackError;

/// Everything found wrong so far. Readers note a problem and go on.
final class Problems {
    private final List<PackError> errors = new ArrayList<>();

    void add(Place place, String what) {
        add(place, what, Optional.empty());
    }

    void add(Place place, String what, Optional<String> meant) {
        errors.add(
                new PackError(
                        place.file(), place.line(), place.column(), place.path(), what, meant));
    }

    /// Notes a word that is not among those allowed, with the nearest that is.
    void addWord(Place place, String what, String word, Collection<String> allowed) {
        add(place, what, Nearest.to(word, allowed));
    }

    int count() {
        return errors.size();
    }

    boolean none() {
        return errors.isEmpty();
    }

    /// In the order of files and places, each problem once.
    List<PackError> sorted() {
        return errors.stream()
                .distinct()
                .sorted(
                        Comparator.comparing(PackError::file)
                                .thenComparingInt(PackError::line)
                                .thenComparingInt(PackError::column))
                .toList();
    }
}
