package org.passerelle.banking.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Notices where a statement is missing between others of one account and currency (PAY-02).
public final class Gaps {
    private Gaps() {}

    /// A statement as far as joining on goes.
    public record Span<I>(
            I id,
            OptionalLong number,
            LocalDate from,
            LocalDate to,
            OptionalLong opening,
            OptionalLong closing) {}

    /// For each statement with something missing before it, the last one before the hole.
    public static <I> Map<I, Span<I>> before(List<Span<I>> spans) {
        var gaps = new LinkedHashMap<I, Span<I>>();
        var earlier = new ArrayList<Span<I>>();
        for (var span :
                spans.stream()
                        .sorted(
                                Comparator.comparing((Span<I> one) -> one.from())
                                        .thenComparing(Span::to)
                                        .thenComparing(one -> one.number().orElse(0)))
                        .toList()) {
            if (!earlier.isEmpty() && earlier.stream().noneMatch(one -> joins(one, span))) {
                last(earlier).ifPresent(one -> gaps.put(span.id(), one));
            }
            earlier.add(span);
        }
        return gaps;
    }

    private static <I> Optional<Span<I>> last(List<Span<I>> spans) {
        return spans.stream().max(Comparator.comparing(Span::to));
    }

    private static <I> boolean joins(Span<I> before, Span<I> next) {
        var follows =
                before.closing().isPresent() && before.closing().equals(next.opening())
                        || next.number().isPresent()
                                && before.number().isPresent()
                                && next.number().getAsLong() == before.number().getAsLong() + 1;
        var overlaps = before.to().isAfter(next.from()) || before.from().equals(next.from());
        var unknown = before.closing().isEmpty() || next.opening().isEmpty();
        var numbers = before.number().isPresent() && next.number().isPresent();
        return follows
                || overlaps
                || unknown && !numbers && !before.to().plusDays(1).isBefore(next.from());
    }
}
