package org.passerelle.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.passerelle.kernel.Nearest;
import org.passerelle.pack.PackError;

/// Collects what is wrong with a file of facts, each with its place, so that one run shows all.
final class FactsProblems {
    private final String file;
    private final List<PackError> found = new ArrayList<>();

    FactsProblems(String file) {
        this.file = file;
    }

    void add(JsonTree.Spot spot, String what) {
        add(spot, what, Optional.empty());
    }

    /// A word that is none of those allowed; the nearest of them is what was meant.
    void unknown(JsonTree.Spot spot, String what, String word, Collection<String> allowed) {
        var meant = Nearest.to(word, allowed);
        var choice =
                meant.isPresent() || allowed.isEmpty() || allowed.size() > 20
                        ? ""
                        : "; known are " + String.join(", ", new TreeSet<>(allowed));
        add(spot, "unknown " + what + " '" + word + "'" + choice, meant);
    }

    private void add(JsonTree.Spot spot, String what, Optional<String> meant) {
        found.add(
                new PackError(
                        file,
                        spot.line(),
                        spot.column(),
                        spot.path().isEmpty() ? file : spot.path(),
                        what,
                        meant));
    }

    List<PackError> found() {
        return found.stream()
                .sorted(
                        Comparator.comparingInt(PackError::line)
                                .thenComparingInt(PackError::column))
                .toList();
    }
}
