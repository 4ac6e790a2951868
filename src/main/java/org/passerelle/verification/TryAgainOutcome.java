package org.passerelle.verification;

/// Whether an organisation may submit anew.
public sealed interface TryAgainOutcome {
    record Opened(CaseId id) implements TryAgainOutcome {}

    record NotPossible(Why why) implements TryAgainOutcome {}

    enum Why {
        CASE_OPEN,
        REFUSED_FOR_GOOD,
        NOT_DUE
    }
}
