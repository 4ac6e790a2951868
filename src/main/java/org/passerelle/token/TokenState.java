package org.passerelle.token;

import java.time.Instant;

/// How a code stands at an instant.
public sealed interface TokenState {
    /// Until this instant, exclusive.
    record Valid(Instant until) implements TokenState {}

    /// Since this instant; may be renewed.
    record Expired(Instant since) implements TokenState {}

    /// Another code took its place; this one is dead for ever (TOK-04).
    record Replaced(Instant since) implements TokenState {}

    record Revoked(Instant since, Revoker by) implements TokenState {}

    enum Revoker {
        HOLDER,
        STAFF
    }
}
