package org.passerelle.verification;

import java.util.List;

/// What became of a reviewer's act on a case.
public sealed interface ReviewOutcome {
    record Done(CaseState state) implements ReviewOutcome {}

    /// A colleague works on it.
    record NotYours(Reviewer colleague) implements ReviewOutcome {}

    /// The case is not where this can be done.
    record WrongState(CaseState state) implements ReviewOutcome {}

    /// The contested decision is this reviewer's own, and a colleague can decide (VER-09).
    record OwnDecision() implements ReviewOutcome {}

    /// All that the act lacks.
    record Lacking(List<Lack> lacks) implements ReviewOutcome {}

    enum Lack {
        QUESTION,
        REASON,
        UNKNOWN_REASON,
        UNKNOWN_STATUS,
        TEXT_TOO_LONG,
        /// A branch is qualified only once its letter is accepted (ORG-06).
        LETTER
    }
}
