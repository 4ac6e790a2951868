package org.passerelle.programme;

import java.util.Optional;
import org.passerelle.pack.model.ProgrammeId;

/// A programme whose outcome became another. The words are those of [EligibilityDecision#outcome];
/// `before` is empty when it was decided for the first time.
public record Turn(ProgrammeId programme, Optional<String> before, String after) {
    private static final String ELIGIBLE = "eligible";

    /// Open now, and not before.
    public boolean opens() {
        return after.equals(ELIGIBLE) && !before.equals(Optional.of(ELIGIBLE));
    }

    /// Open before, and not now.
    public boolean closes() {
        return before.equals(Optional.of(ELIGIBLE)) && !after.equals(ELIGIBLE);
    }
}
