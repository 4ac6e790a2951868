package org.passerelle.verification;

import org.passerelle.kernel.Actor;
import org.passerelle.organisation.DuplicateCleared;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Submits what was held as a likely duplicate once staff found it to be none (ORG-03). What the
/// organisation changed meanwhile may make it incomplete: then it stays a draft.
@Component
class HeldSubmissions {
    private final Applying applying;

    HeldSubmissions(Applying applying) {
        this.applying = applying;
    }

    @ApplicationModuleListener
    void on(DuplicateCleared cleared) {
        applying.submit(new Actor.Product("duplicate check"), cleared.organisation());
    }
}
