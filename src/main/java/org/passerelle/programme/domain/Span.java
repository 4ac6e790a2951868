package org.passerelle.programme.domain;

import java.time.Instant;
import java.util.Optional;

/// A stretch of time, half-open: the start belongs to it, the end does not. Empty bounds are open
/// for ever.
public record Span(Optional<Instant> start, Optional<Instant> end) {
    static final Span ALWAYS = new Span(Optional.empty(), Optional.empty());

    static Span of(Instant start, Instant end) {
        return new Span(Optional.of(start), Optional.of(end));
    }

    public boolean contains(Instant moment) {
        return start.map(first -> !moment.isBefore(first)).orElse(true)
                && end.map(moment::isBefore).orElse(true);
    }
}
