package org.passerelle.organisation;

import java.util.List;
import java.util.Set;

/// What became of a step that was saved.
public sealed interface SaveOutcome {
    /// Stored as typed, but for `clashes`: fields that another window changed too, which stay as
    /// that one left them (ORG-01).
    ///
    /// @param faults all that the whole registration holds
    record Saved(List<Fault> faults, Set<String> clashes) implements SaveOutcome {}

    /// Nothing was stored: the registration was submitted already (ORG-04).
    record AlreadySubmitted() implements SaveOutcome {}
}
