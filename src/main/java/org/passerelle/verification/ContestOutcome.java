package org.passerelle.verification;

/// Whether a refusal was contested.
public sealed interface ContestOutcome {
    record Opened(CaseId id) implements ContestOutcome {}

    record NotPossible(Why why) implements ContestOutcome {}

    record WordsMissing() implements ContestOutcome {}

    record WordsTooLong(int atMost) implements ContestOutcome {}

    /// A document was not taken; nothing of the contest is kept.
    record DocumentRefused(String fileName, AttachOutcome why) implements ContestOutcome {}

    enum Why {
        NOTHING_REFUSED,
        CASE_OPEN,
        /// The refusal answers a contest: it is the last word.
        CONTESTED_BEFORE
    }
}
