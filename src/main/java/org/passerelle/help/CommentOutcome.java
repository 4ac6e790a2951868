package org.passerelle.help;

/// What came of a comment that somebody wrote.
public enum CommentOutcome {
    /// Staff reads it before others do.
    WAITS,
    EMPTY,
    TOO_LONG,
    /// The same person has many that wait, or wrote many today.
    TOO_MANY,
    NO_SUCH_ARTICLE
}
