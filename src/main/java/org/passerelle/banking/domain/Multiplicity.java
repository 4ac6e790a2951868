package org.passerelle.banking.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/// How many movements of a day there truly are, when several statements show the day (PAY-02).
///
/// Most movements carry a reference of the bank and are one, however often they are shown. Two that
/// are equal in everything are told apart by where they stand: statements that follow one another
/// share nothing, so what both show came twice; statements that overlap show the same. The answer
/// depends on which statements there are, never on the order in which they came. What cannot be
/// told apart by anything (equal in everything, at an equal balance, without numbers) counts once.
public final class Multiplicity {
    /// Bounds the search where many statements show one day; a day has a handful.
    private static final int MOST_STEPS = 20_000;

    private final List<Sheet> sheets;
    private final int[][] overlaps;
    private int steps;

    private Multiplicity(List<Sheet> sheets) {
        this.sheets = sheets;
        this.overlaps = new int[sheets.size()][sheets.size()];
        for (var one = 0; one < sheets.size(); one++) {
            for (var next = 0; next < sheets.size(); next++) {
                overlaps[one][next] = one == next ? -1 : sheets.get(one).overlap(sheets.get(next));
            }
        }
    }

    /// For each key on the sheets of one day, how many movements it stands for.
    public static Map<String, Integer> of(List<Sheet> shown) {
        var all = new Multiplicity(distinct(shown));
        var counts = new HashMap<String, Integer>();
        for (var sheet : all.sheets) {
            for (var line : sheet.lines()) {
                counts.computeIfAbsent(line.key(), all::most);
            }
        }
        return counts;
    }

    /// Without sheets that others hold whole, in an order of their own.
    private static List<Sheet> distinct(List<Sheet> shown) {
        ToIntFunction<Sheet> size = Sheet::size;
        var inOrder =
                shown.stream()
                        .filter(sheet -> sheet.size() > 0)
                        .sorted(
                                Comparator.comparingInt(size)
                                        .reversed()
                                        .thenComparing(sheet -> sheet.before().orElse(0))
                                        .thenComparing(sheet -> sheet.number().orElse(0))
                                        .thenComparing(sheet -> sheet.lines().toString()))
                        .toList();
        var kept = new ArrayList<Sheet>();
        for (var sheet : inOrder) {
            if (kept.stream().noneMatch(larger -> larger.holds(sheet))) {
                kept.add(sheet);
            }
        }
        return kept;
    }

    private int most(String key) {
        var showing = sheets.stream().filter(sheet -> sheet.count(key, 0) > 0).toList();
        if (showing.size() == 1) {
            return (int) showing.getFirst().count(key, 0);
        }
        steps = 0;
        var most = 0L;
        for (var start = 0; start < sheets.size(); start++) {
            var begun = sheets.get(start).count(key, 0);
            most = Math.max(most, begun + beyond(key, start, new HashSet<>(Set.of(start))));
        }
        return (int) most;
    }

    /// The most that ways on from a sheet add.
    private long beyond(String key, int from, Set<Integer> visited) {
        var most = 0L;
        for (var next = 0; next < sheets.size() && steps < MOST_STEPS; next++) {
            if (overlaps[from][next] >= 0 && visited.add(next)) {
                steps++;
                var added = sheets.get(next).count(key, overlaps[from][next]);
                most = Math.max(most, added + beyond(key, next, visited));
                visited.remove(next);
            }
        }
        return most;
    }
}
