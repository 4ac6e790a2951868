package org.passerelle.verification;

/// What can happen to a case.
public enum CaseEvent {
    OPENED,
    EVIDENCE_ADDED,
    EVIDENCE_REMOVED,
    SUBMITTED,
    CLAIMED,
    HANDED_OVER,
    RELEASED,
    ASKED,
    ANSWERED,
    RESUMED,
    QUALIFIED,
    REFUSED,
    WITHDRAWN,
    LAPSED,
    CONTESTED,
    FACT_CHANGED
}
