package org.passerelle.identity;

import java.util.List;

/// What came of choosing a new password with a reset link (ACC-02).
public sealed interface ResetOutcome {
    /// Every session of the person has ended.
    record PasswordSet(Person person) implements ResetOutcome {}

    /// The link still stands.
    record Refused(List<AccountFault> faults) implements ResetOutcome {}

    /// Used already, expired, or never ours.
    record LinkDead() implements ResetOutcome {}
}
