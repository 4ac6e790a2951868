package org.passerelle.banking.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// One day of an account as one statement shows it.
///
/// @param number the bank's running number of the statement
/// @param before the balance before the first line in minor units, where the statement tells one
public record Sheet(OptionalLong number, OptionalLong before, List<Line> lines) {
    public Sheet {
        lines = List.copyOf(lines);
    }

    /// @param key of [Movement#key]
    /// @param amountMinor signed
    public record Line(String key, long amountMinor) {}

    int size() {
        return lines.size();
    }

    long count(String key, int after) {
        return lines.stream().skip(after).filter(line -> line.key().equals(key)).count();
    }

    /// The balance before line `position`, where one is told.
    private OptionalLong balanceAt(int position) {
        return before.isEmpty()
                ? before
                : OptionalLong.of(
                        before.getAsLong()
                                + lines.stream()
                                        .limit(position)
                                        .mapToLong(Line::amountMinor)
                                        .sum());
    }

    private boolean agreesAt(int position, Sheet other) {
        var here = balanceAt(position);
        return here.isEmpty() || other.before.isEmpty() || here.equals(other.before);
    }

    private boolean isNextOf(Sheet earlier) {
        return number.isPresent()
                && earlier.number.isPresent()
                && number.getAsLong() == earlier.number.getAsLong() + 1
                && earlier.agreesAt(earlier.size(), this);
    }

    /// Whether all that `other` shows stands here too.
    boolean holds(Sheet other) {
        if (other.isNextOf(this) || isNextOf(other)) {
            return false;
        }
        for (var at = 0; at + other.size() <= size(); at++) {
            if (lines.subList(at, at + other.size()).equals(other.lines) && agreesAt(at, other)) {
                return true;
            }
        }
        // The same lines in another order, between the same balances.
        return size() == other.size() && agreesAt(0, other) && counts().equals(other.counts());
    }

    private Map<Line, Integer> counts() {
        var counts = new HashMap<Line, Integer>();
        lines.forEach(line -> counts.merge(line, 1, Integer::sum));
        return counts;
    }

    /// How many of the first lines of `next` are the last ones here, when it goes on where this one
    /// ends or earlier; -1 when it does not. Without balances only common lines show that.
    int overlap(Sheet next) {
        if (next.isNextOf(this)) {
            return 0;
        }
        for (var common = Math.min(size(), next.size()); common > 0; common--) {
            var at = size() - common;
            if (lines.subList(at, size()).equals(next.lines.subList(0, common))
                    && agreesAt(at, next)) {
                return common;
            }
        }
        var after = balanceAt(size());
        return after.isPresent() && after.equals(next.before) ? 0 : -1;
    }
}
