package org.passerelle.portal.organisation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.passerelle.organisation.Duplicates;
import org.passerelle.organisation.Organisation;
import org.passerelle.ui.Step;
import org.passerelle.verification.CaseView;
import org.passerelle.verification.CaseWords;
import org.springframework.stereotype.Component;

/// The steps of an organisation's case. A registration that was sent and is compared with others,
/// or was found to be one of them, is no draft to submit (ORG-03).
@Component
class CaseProgress {
    private final Duplicates duplicates;
    private final Clock clock;

    CaseProgress(Duplicates duplicates, Clock clock) {
        this.duplicates = duplicates;
        this.clock = clock;
    }

    List<Step> steps(Organisation organisation, Optional<CaseView> newest, CaseWords words) {
        var steps = new CaseSteps(words, clock.instant());
        if (organisation.isDraft()) {
            var held = duplicates.heldSince(organisation.id());
            if (held.isPresent()) {
                return steps.compared(held.get());
            }
            if (duplicates.isFoundSame(organisation.id())) {
                return steps.same();
            }
        }
        return steps.of(newest, organisation.standing());
    }
}
