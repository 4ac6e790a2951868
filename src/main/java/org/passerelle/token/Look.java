package org.passerelle.token;

import java.time.Instant;

/// One look of a partner at a token (TOK-06).
///
/// @param person whom the token was made for
/// @param partner the pack's word for it
public record Look(Instant at, String person, String partner, Kind kind, Result result) {
    public enum Kind {
        VERIFY,
        REDEEM
    }

    public enum Result {
        ELIGIBLE,
        NOT_ELIGIBLE,
        UNDECIDED,
        EXPIRED,
        REVOKED,
        REPLACED,
        NOT_QUALIFIED
    }
}
