package org.passerelle.organisation;

/// What became of "this is not ours".
public enum DisownOutcome {
    /// Staff looks at it.
    TOLD,
    WORDS_MISSING,
    /// It is tied to another organisation, to none, or staff was told already.
    NOT_YOURS
}
