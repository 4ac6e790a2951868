package org.passerelle.programme;

import java.time.Instant;
import java.util.List;

/// What became of an order's wish for allotments: all lines are reserved, or none.
public sealed interface ReserveOutcome {

    /// Reserved, as placed at this moment.
    record Reserved(Instant at) implements ReserveOutcome {}

    /// Every line that asks for more than is left, whatever allotment it is.
    record Exceeded(List<Excess> excesses) implements ReserveOutcome {}
}
