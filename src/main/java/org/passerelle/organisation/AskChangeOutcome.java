package org.passerelle.organisation;

import java.util.List;

/// What became of asking for a change.
public sealed interface AskChangeOutcome {
    record Asked(long number) implements AskChangeOutcome {}

    /// Everything that keeps it from being taken, at once. `taken` are schemes of numbers that
    /// another organisation has; nothing more is told about it.
    record NotTaken(
            List<Fault> faults,
            List<Missing.Value> missing,
            List<String> taken,
            boolean nothingChanges,
            boolean evidenceMissing)
            implements AskChangeOutcome {}

    /// One at a time.
    record AlreadyOpen(long number) implements AskChangeOutcome {}

    /// A registration that was not submitted yet is edited, not changed by request.
    record StillADraft() implements AskChangeOutcome {}
}
