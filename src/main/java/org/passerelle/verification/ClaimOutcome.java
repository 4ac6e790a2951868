package org.passerelle.verification;

/// What became of a reviewer's wish to work on a case.
public sealed interface ClaimOutcome {
    /// The contested decision is this reviewer's own, and a colleague can decide (VER-09).
    record OwnDecision() implements ClaimOutcome {}

    record Claimed(CaseId id) implements ClaimOutcome {}

    record TakenBy(Reviewer colleague) implements ClaimOutcome {}

    record NotClaimable(CaseState state) implements ClaimOutcome {}
}
