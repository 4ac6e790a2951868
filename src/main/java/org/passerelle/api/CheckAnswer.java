package org.passerelle.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of an answer to `verify` and `redeem`. Times are ISO 8601 in UTC, days are the
/// office's.
record CheckAnswer(
        Token token,
        Organisation organisation,
        boolean eligible,
        List<Programme> programmes,
        @Nullable Boolean emailMatches,
        @Nullable Validated validation) {

    record Token(String state, String expiresAt) {}

    record Organisation(
            String legalName,
            String country,
            List<Identifier> identifiers,
            Qualification qualification) {}

    record Identifier(String scheme, String value) {}

    /// @param until the last day, inclusive
    record Qualification(String state, String since, String until) {}

    /// @param outcome `eligible`, `ineligible` or `undecided`
    /// @param rulesFrom the first day of the version of the rules that decided
    record Programme(
            String programme,
            String title,
            String outcome,
            @Nullable String rulesFrom,
            List<Finding> findings) {}

    /// What the organisation itself has is not told: the partner learns whether it fits.
    ///
    /// @param outcome `met`, `unmet` or `unknown`
    record Finding(String criterion, String outcome, String demanded, String title) {}

    /// @param until the last day, inclusive; absent where the programme has no end
    record Validated(String since, @Nullable String until, List<String> programmes) {}
}
