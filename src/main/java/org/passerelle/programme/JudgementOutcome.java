package org.passerelle.programme;

/// What became of answering a question that only a person can judge.
public sealed interface JudgementOutcome {
    record Judged() implements JudgementOutcome {}

    /// The office asks no such question.
    record NoSuchQuestion() implements JudgementOutcome {}

    /// Why must be said.
    record GroundsMissing() implements JudgementOutcome {}
}
