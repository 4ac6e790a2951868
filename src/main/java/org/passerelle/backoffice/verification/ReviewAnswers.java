package org.passerelle.backoffice.verification;

import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.ui.Submission;
import org.passerelle.verification.CaseId;
import org.passerelle.verification.ReviewOutcome;

/// How an act on a case is answered: its page, with the reason where nothing was done.
final class ReviewAnswers {
    private ReviewAnswers() {}

    static String path(CaseId id) {
        return QueueViews.PATH + "/" + id;
    }

    static String to(CaseId id) {
        return "redirect:" + path(id);
    }

    static String after(ReviewOutcome outcome, CaseId id, Submission posted) {
        return outcome instanceof ReviewOutcome.Done
                ? to(id)
                : posted.lead(path(id), Notice.warn(refusal(outcome, posted.frame())));
    }

    /// Why not, and what to do now.
    static String refusal(ReviewOutcome outcome, Frame frame) {
        return switch (outcome) {
            case ReviewOutcome.Done _, ReviewOutcome.Lacking _ ->
                    throw new IllegalArgumentException("Nothing was refused: " + outcome);
            case ReviewOutcome.OwnDecision _ -> frame.word("verification.claim.own");
            case ReviewOutcome.NotYours(var colleague) ->
                    frame.word("verification.claim.taken", colleague.name());
            case ReviewOutcome.WrongState(var state) ->
                    frame.word(
                            "verification.wrong-state", frame.word("verification.state." + state));
        };
    }
}
