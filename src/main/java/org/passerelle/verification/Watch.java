package org.passerelle.verification;

import org.passerelle.organisation.OrganisationFactsChanged;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Looks again at a qualification whenever an organisation's facts change (VER-01).
@Component
class Watch {
    private final Requalification requalification;

    Watch(Requalification requalification) {
        this.requalification = requalification;
    }

    @ApplicationModuleListener
    void on(OrganisationFactsChanged changed) {
        requalification.lookAgain(changed.organisation());
    }
}
