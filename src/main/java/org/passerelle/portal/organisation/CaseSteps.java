package org.passerelle.portal.organisation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.organisation.Standing;
import org.passerelle.ui.Step;
import org.passerelle.verification.CaseView;
import org.passerelle.verification.CaseWords;

/// Where a case stands, as steps: submitted, in review, decided, to be reviewed again (VER-01).
record CaseSteps(CaseWords said, Instant now) {
    private static final String PREFIX = "organisation.case.";

    List<Step> of(Optional<CaseView> newest, Standing standing) {
        if (newest.isEmpty() || newest.get().submitted().isEmpty()) {
            return List.of(
                    Step.now(word("draft"), word("draft.detail")),
                    Step.ahead(word("review"), ""),
                    Step.ahead(word("decision"), ""));
        }
        var view = newest.get();
        var steps = new ArrayList<Step>();
        steps.add(Step.done(word("submitted"), date(view.submitted().get())));
        switch (view.state()) {
            case DRAFT, SUBMITTED, IN_REVIEW -> {
                var due =
                        view.due()
                                .map(end ->
                                        said.words()
                                                .get(PREFIX + reviewBy(view), said.promised(end)));
                steps.add(Step.now(word("review"), due.orElse("")));
                steps.add(Step.ahead(word("decision"), ""));
            }
            case INFORMATION_REQUESTED -> {
                steps.add(Step.now(word("review"), word("review.paused")));
                steps.add(Step.ahead(word("decision"), ""));
            }
            case QUALIFIED -> decided(steps, view, standing);
            case REFUSED -> {
                steps.add(Step.done(word("reviewed"), ""));
                steps.add(Step.now(word("refused"), decidedOn(view)));
            }
            case WITHDRAWN -> steps.add(Step.now(word("withdrawn"), ""));
        }
        return steps;
    }

    /// Sent, and compared by staff with an organisation that is much like it: no case yet.
    List<Step> compared(Instant sent) {
        return List.of(
                Step.done(word("submitted"), date(sent)),
                Step.now(word("compared"), word("compared.detail")),
                Step.ahead(word("review"), ""),
                Step.ahead(word("decision"), ""));
    }

    /// Sent, and of an organisation registered before: what waits is the request to join it.
    List<Step> same() {
        return List.of(
                Step.done(word("submitted"), ""), Step.now(word("same"), word("same.detail")));
    }

    private String reviewBy(CaseView view) {
        return view.isOverdue(now) ? "review.late" : "review.by";
    }

    private void decided(List<Step> steps, CaseView view, Standing standing) {
        steps.add(Step.done(word("reviewed"), ""));
        if (standing instanceof Standing.Lapsed(var since)) {
            steps.add(Step.done(word("qualified"), decidedOn(view)));
            steps.add(Step.now(word("lapsed"), date(since)));
            return;
        }
        steps.add(Step.now(word("qualified"), decidedOn(view)));
        until(view, standing)
                .ifPresent(until ->
                        steps.add(
                                Step.ahead(
                                        word("review-again"),
                                        said.words().get(PREFIX + "before", date(until)))));
    }

    /// Until when an organisation is qualified: what changed since the decision may have brought
    /// the day forward.
    static Optional<Instant> until(CaseView view, Standing standing) {
        return standing instanceof Standing.Qualified(_, var until)
                ? Optional.of(until)
                : view.qualifiedUntil();
    }

    private String decidedOn(CaseView view) {
        return view.decision().map(decision -> date(decision.at())).orElse("");
    }

    private String date(Instant instant) {
        return said.date(instant);
    }

    private String word(String key) {
        return said.words().get(PREFIX + key);
    }
}
