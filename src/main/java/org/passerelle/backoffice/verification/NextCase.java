package org.passerelle.backoffice.verification;

import java.util.Optional;
import org.passerelle.identity.SignedIn;
import org.passerelle.ui.Frame;
import org.passerelle.verification.CaseView;
import org.passerelle.verification.ClaimOutcome;
import org.passerelle.verification.Reviewer;
import org.passerelle.verification.Verification;
import org.springframework.stereotype.Component;

/// Gives a reviewer the case to work on next.
@Component
class NextCase {
    private final Verification verification;
    private final QueueViews queue;

    NextCase(Verification verification, QueueViews queue) {
        this.verification = verification;
        this.queue = queue;
    }

    /// The reader's next case, theirs from now on: two who ask at once get two. Colleagues may be
    /// quicker at the first ones.
    Optional<CaseView> take(Optional<CaseView> left, SignedIn who, Frame frame) {
        for (var one : queue.nextAfter(left, who, frame)) {
            var outcome = verification.claim(who.actor(), one.id(), reviewer(who));
            if (outcome instanceof ClaimOutcome.Claimed) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    static Reviewer reviewer(SignedIn who) {
        return new Reviewer(who.id(), who.person().name());
    }
}
