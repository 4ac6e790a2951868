package org.passerelle.organisation;

/// What became of deciding about one value.
public sealed interface DecideChangeOutcome {
    /// `closed` when it was the last one: what was accepted holds now.
    record Decided(boolean closed) implements DecideChangeOutcome {}

    /// Somebody else was first.
    record AlreadyDecided(ChangeValue.Decision decision) implements DecideChangeOutcome {}

    record ReasonMissing() implements DecideChangeOutcome {}

    /// Another organisation has the number meanwhile.
    record NumberTaken() implements DecideChangeOutcome {}

    /// It was withdrawn, or there is no such value.
    record NotOpen() implements DecideChangeOutcome {}
}
