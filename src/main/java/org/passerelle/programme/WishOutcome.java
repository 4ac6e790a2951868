package org.passerelle.programme;

/// What came of an organisation saying how a programme would help it.
public enum WishOutcome {
    KEPT,
    EMPTY,
    TOO_LONG,
    /// It is eligible, or a fact is still missing: nothing was refused.
    NOT_REFUSED,
    NO_SUCH_PROGRAMME
}
