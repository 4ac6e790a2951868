package org.passerelle.identity;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.PersonId;

/// Somebody who forgot their username asks to get in again (ACC-03): what they typed, and what came
/// of it. None of it is proved.
///
/// @param office whose site they asked at; empty for what was asked before offices were told apart,
///   which every office may answer
public record Recovery(
        RecoveryId id,
        long number,
        Optional<OfficeId> office,
        Typed typed,
        State state,
        Instant asked,
        Optional<PersonId> person,
        Optional<String> reason) {

    public enum State {
        OPEN,
        RESTORED,
        REFUSED
    }

    /// What a stranger says about themselves and their organisation.
    public record Typed(
            String name,
            String email,
            String organisation,
            String legalNumber,
            String message,
            Language language) {}
}
