package org.passerelle.verification;

/// What became of an organisation's answers.
public sealed interface AnswerOutcome {
    /// Kept; so many questions are still open. With none, the review and its clock go on.
    record Answered(int stillOpen) implements AnswerOutcome {}

    record NothingAsked() implements AnswerOutcome {}
}
