package org.passerelle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Makes what chance found small enough to read.
public final class Shrink {
    private Shrink() {}

    /// The fewest of `all`, in their order, that still fail when any one more of them is left out
    /// passes.
    public static <T> List<T> fewest(List<T> all, Predicate<List<T>> fails) {
        var few = List.copyOf(all);
        var part = Math.max(1, few.size() / 2);
        while (true) {
            var fewer = without(few, part, fails);
            if (fewer.size() == few.size() && part == 1) {
                return few;
            }
            part = fewer.size() < few.size() ? part : Math.max(1, part / 2);
            few = fewer;
        }
    }

    private static <T> List<T> without(List<T> all, int part, Predicate<List<T>> fails) {
        for (var from = 0; from < all.size(); from += part) {
            var fewer = new ArrayList<>(all);
            fewer.subList(from, Math.min(all.size(), from + part)).clear();
            if (fails.test(fewer)) {
                return List.copyOf(fewer);
            }
        }
        return all;
    }
}
