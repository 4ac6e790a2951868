package org.passerelle.verification;

import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.OrganisationId;

/// What a reviewer says of a branch's letter (ORG-06).
public sealed interface LetterRuling {
    String words();

    /// It stands; `parent` is the organisation it speaks for, where that one is registered.
    record Accept(Optional<OrganisationId> parent, String words) implements LetterRuling {}

    /// It does not, for reasons of the office's list; the branch is asked for another.
    record Refuse(List<String> reasons, String words) implements LetterRuling {
        public Refuse {
            reasons = List.copyOf(reasons);
        }
    }
}
