package org.passerelle.tax;

/// What became of a check that staff wrote down.
public enum CheckOutcome {
    RECORDED,
    /// The organisation gives another number now, or none.
    OTHER_NUMBER,
    /// Nobody can have looked it up on a day to come.
    DAY_AHEAD,
}
