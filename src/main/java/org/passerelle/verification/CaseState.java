package org.passerelle.verification;

/// Where a case stands (VER-01).
public enum CaseState {
    DRAFT,
    SUBMITTED,
    IN_REVIEW,
    INFORMATION_REQUESTED,
    QUALIFIED,
    REFUSED,
    WITHDRAWN;

    public boolean isClosed() {
        return this == QUALIFIED || this == REFUSED || this == WITHDRAWN;
    }

    /// Whether it is the office's to look at or to wait for.
    public boolean isInQueue() {
        return this == SUBMITTED || this == IN_REVIEW || this == INFORMATION_REQUESTED;
    }
}
