package org.passerelle.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A token as its organisation sees it. `code` is there while it can be used; `uses` are the
/// partners with which it was redeemed, oldest first.
public record TokenView(
        TokenId id,
        Representative person,
        TokenState state,
        Instant createdAt,
        Instant expiresAt,
        Optional<String> code,
        List<Use> uses) {

    /// @param partner the pack's word for it
    public record Use(String partner, Instant at) {}

    public TokenView {
        uses = List.copyOf(uses);
    }

    /// Without the code: a record's text ends in logs sooner or later.
    @Override
    public String toString() {
        return "TokenView[" + id + ", " + state + "]";
    }
}
