package org.passerelle.identity;

/// What came of using a confirmation link.
public sealed interface ConfirmOutcome {
    record Confirmed(Person person) implements ConfirmOutcome {}

    /// Used already, expired, or never ours.
    record LinkDead() implements ConfirmOutcome {}
}
