package org.passerelle.verification;

/// Why a case was opened.
public enum CaseKind {
    FIRST,
    /// Submitted anew after a refusal that was not final, or after having been withdrawn.
    AGAIN,
    /// The office's period ran out or is about to, or a fact that matters changed (VER-01).
    REQUALIFICATION,
    /// The organisation contests a refusal; once, and before another reviewer (VER-09).
    CONTEST
}
