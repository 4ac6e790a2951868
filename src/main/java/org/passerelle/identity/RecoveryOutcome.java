package org.passerelle.identity;

import java.time.Duration;

/// What came of asking to regain access.
public sealed interface RecoveryOutcome {
    /// @param link with which the state can be read again; nothing else is told
    record Asked(long number, String link) implements RecoveryOutcome {}

    record TooManyTries(Duration retryAfter) implements RecoveryOutcome {}
}
