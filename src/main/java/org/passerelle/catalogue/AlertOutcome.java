package org.passerelle.catalogue;

/// What came of asking to be told when an offer is back.
public enum AlertOutcome {
    /// It is waited for now, or was already.
    NOTED,
    /// Nothing to wait for: it can be had.
    THERE_IS_SOME,
    /// Nobody sells it any more.
    NOT_ON_SALE
}
