package org.passerelle.portal.organisation;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.organisation.Duplicates;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Standing;
import org.passerelle.portal.organisation.OrganisationPage.Badge;
import org.passerelle.ui.Step;
import org.passerelle.verification.CaseView;
import org.passerelle.verification.CaseWords;
import org.passerelle.words.Words;
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

    /// A registration that is not to be continued: staff compares it, or has found it the same.
    boolean isSent(Organisation organisation) {
        return organisation.isDraft()
                && (duplicates.isHeld(organisation.id())
                        || duplicates.isFoundSame(organisation.id()));
    }

    /// The same, and that a case is under way which may end a refusal or what was lost.
    Badge badge(Organisation organisation, Optional<CaseView> newest, Words words) {
        var badge = badge(organisation, words);
        var isAgain =
                switch (organisation.standing()) {
                    case Standing.Undecided _, Standing.Qualified _ -> false;
                    case Standing.Refused _, Standing.Revoked _, Standing.Lapsed _ ->
                            newest.filter(one -> one.state().isInQueue()).isPresent();
                };
        return isAgain
                ? new Badge("info", words.get("organisation.standing.again", badge.text()))
                : badge;
    }

    /// The office's standing, or how far the registration has come.
    Badge badge(Organisation organisation, Words words) {
        if (organisation.isDraft() && organisation.standing() instanceof Standing.Undecided) {
            if (duplicates.isHeld(organisation.id())) {
                return new Badge("info", words.get("organisation.case.compared"));
            }
            if (duplicates.isFoundSame(organisation.id())) {
                return new Badge("warn", words.get("organisation.page.same"));
            }
            return new Badge("mute", words.get("organisation.page.draft"));
        }
        var tone =
                switch (organisation.standing()) {
                    case Standing.Undecided _ -> "info";
                    case Standing.Qualified _ -> "ok";
                    case Standing.Refused _, Standing.Revoked _ -> "bad";
                    case Standing.Lapsed _ -> "warn";
                };
        var word = organisation.standing().getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return new Badge(tone, words.get("organisation.standing." + word));
    }
}
