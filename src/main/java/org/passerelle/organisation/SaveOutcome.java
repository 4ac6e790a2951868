package org.passerelle.organisation;

import java.util.List;

/// What became of a step that was saved.
public sealed interface SaveOutcome {
    /// Stored as typed; `faults` are all that the whole registration holds.
    record Saved(List<Fault> faults) implements SaveOutcome {}

    /// Nothing was stored: the registration was submitted already (ORG-04).
    record AlreadySubmitted() implements SaveOutcome {}
}
