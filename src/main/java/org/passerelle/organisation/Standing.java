package org.passerelle.organisation;

import java.time.Instant;

/// What the office says about an organisation. Recorded by `verification`, read by everybody.
public sealed interface Standing {
    /// Not decided yet.
    record Undecided() implements Standing {}

    /// Accepted by the office until, exclusive, re-qualification is due (VER-01).
    record Qualified(Instant since, Instant until) implements Standing {}

    record Refused(Instant since) implements Standing {}

    /// Was qualified; the office's period ran out.
    record Lapsed(Instant since) implements Standing {}

    /// Was qualified; the office took it back.
    record Revoked(Instant since) implements Standing {}

    /// Whether the organisation counts as qualified at an instant.
    default boolean isQualified(Instant at) {
        return this instanceof Qualified(var since, var until)
                && !at.isBefore(since)
                && at.isBefore(until);
    }
}
