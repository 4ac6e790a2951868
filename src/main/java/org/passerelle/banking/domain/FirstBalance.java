package org.passerelle.banking.domain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalLong;

/// What stood on an account before the first movement that any statement shows, in minor units
/// (PAY-05).
public final class FirstBalance {
    private FirstBalance() {}

    /// A statement of the first day.
    ///
    /// @param opening the balance before its first movement
    public record Seen(OptionalLong number, long opening, List<Step> steps) {
        public Seen {
            steps = List.copyOf(steps);
        }
    }

    /// A movement, from the balance before it to the one after it.
    public record Step(String key, long before, long after) {}

    /// The bank's numbers tell which statement is the first. Where it gives none, statements of one
    /// day follow each other from balance to balance, some steps shown by several of them: the
    /// first balance is one that more steps leave than reach.
    ///
    /// @param statements of one day, not empty; the order counts only where nothing else tells
    public static long of(List<Seen> statements) {
        if (statements.stream().allMatch(one -> one.number().isPresent())) {
            return statements.stream()
                    .min(Comparator.comparingLong(one -> one.number().getAsLong()))
                    .orElseThrow()
                    .opening();
        }
        var left = new HashMap<Long, Integer>();
        steps(statements)
                .forEach((step, times) -> {
                    left.merge(step.before(), times, Integer::sum);
                    left.merge(step.after(), -times, Integer::sum);
                });
        return statements.stream()
                .mapToLong(Seen::opening)
                .filter(balance -> left.getOrDefault(balance, 0) > 0)
                .findFirst()
                .orElseGet(() -> statements.getFirst().opening());
    }

    /// How often each step was made: as often as one statement shows it at most.
    private static HashMap<Step, Integer> steps(List<Seen> statements) {
        var all = new HashMap<Step, Integer>();
        for (var statement : statements) {
            var shown = new HashMap<Step, Integer>();
            statement.steps().forEach(step -> shown.merge(step, 1, Integer::sum));
            shown.forEach((step, times) -> all.merge(step, times, Math::max));
        }
        return all;
    }
}
