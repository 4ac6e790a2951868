package org.passerelle.identity;

import java.time.Duration;

/// What came of presenting an API key.
public sealed interface KeyOutcome {
    record Known(ApiKey key) implements KeyOutcome {}

    /// Never issued, revoked, or not a key at all.
    record Unknown() implements KeyOutcome {}

    record TooManyTries(Duration retryAfter) implements KeyOutcome {}
}
