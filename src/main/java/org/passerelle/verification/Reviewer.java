package org.passerelle.verification;

import java.util.Optional;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Signature;

/// A person of the office who works on a case, with the name both sides read.
public record Reviewer(PersonId id, String name) {

    Signature signature() {
        return new Signature(name, Optional.of(id));
    }
}
