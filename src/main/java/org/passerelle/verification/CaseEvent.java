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
    FACT_CHANGED,
    LETTER_ACCEPTED,
    LETTER_REFUSED,
    /// The qualification of the organisation that a branch belongs to ended (ORG-06).
    PARENT_LOST,
    PARENT_DISOWNED,
    /// The virus scanner found something in a document that was there already.
    EVIDENCE_INFECTED
}
