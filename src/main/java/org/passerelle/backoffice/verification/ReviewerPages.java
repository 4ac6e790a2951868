package org.passerelle.backoffice.verification;

import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OfficeId;
import org.passerelle.ui.Notice;
import org.passerelle.ui.Submission;
import org.passerelle.verification.CaseId;
import org.passerelle.verification.CaseView;
import org.passerelle.verification.ClaimOutcome;
import org.passerelle.verification.ReviewOutcome;
import org.passerelle.verification.Reviewer;
import org.passerelle.verification.Verification;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Who reviews a case: taken, handed over, put back (VER-05).
@Controller
@PreAuthorize("hasAnyRole('REVIEWER', 'ADMINISTRATOR')")
class ReviewerPages {
    private final Verification verification;

    ReviewerPages(Verification verification) {
        this.verification = verification;
    }

    @PostMapping(WorkPages.ONE + "/claim")
    String claim(
            @PathVariable CaseId id, @AuthenticationPrincipal SignedIn who, Submission posted) {
        found(id);
        var frame = posted.frame();
        return switch (verification.claim(who.actor(), id, NextCase.reviewer(who))) {
            case ClaimOutcome.Claimed _ -> ReviewAnswers.to(id);
            case ClaimOutcome.TakenBy(var colleague) ->
                    warned(id, frame.word("verification.claim.taken", colleague.name()), posted);
            case ClaimOutcome.OwnDecision _ ->
                    warned(id, frame.word("verification.claim.own"), posted);
            case ClaimOutcome.NotClaimable _ ->
                    warned(id, frame.word("verification.claim.closed"), posted);
        };
    }

    private static String warned(CaseId id, String text, Submission posted) {
        return posted.lead(ReviewAnswers.path(id), Notice.warn(text));
    }

    @PostMapping(WorkPages.ONE + "/take-over")
    String takeOver(
            @PathVariable CaseId id, @AuthenticationPrincipal SignedIn who, Submission posted) {
        found(id);
        var outcome = verification.handOver(who.actor(), id, NextCase.reviewer(who));
        return ReviewAnswers.after(outcome, id, posted);
    }

    /// Gives the case to a colleague.
    @PostMapping(WorkPages.ONE + "/assign")
    String assign(
            @PathVariable CaseId id,
            @RequestParam String to,
            @AuthenticationPrincipal SignedIn who,
            Submission posted) {
        var colleague = colleague(found(id).office(), to);
        var outcome = verification.handOver(who.actor(), id, colleague);
        return outcome instanceof ReviewOutcome.Done
                ? posted.done(ReviewAnswers.path(id), "verification.assigned", colleague.name())
                : ReviewAnswers.after(outcome, id, posted);
    }

    private Reviewer colleague(OfficeId office, String id) {
        return verification.reviewers(office).stream()
                .filter(one -> one.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping(WorkPages.ONE + "/release")
    String release(
            @PathVariable CaseId id, @AuthenticationPrincipal SignedIn who, Submission posted) {
        found(id);
        var outcome = verification.release(who.actor(), id, NextCase.reviewer(who));
        return ReviewAnswers.after(outcome, id, posted);
    }

    /// Goes on without waiting for the organisation's answer.
    @PostMapping(WorkPages.ONE + "/resume")
    String resume(
            @PathVariable CaseId id, @AuthenticationPrincipal SignedIn who, Submission posted) {
        found(id);
        var outcome = verification.resume(who.actor(), id, NextCase.reviewer(who));
        return ReviewAnswers.after(outcome, id, posted);
    }

    private CaseView found(CaseId id) {
        return verification
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
