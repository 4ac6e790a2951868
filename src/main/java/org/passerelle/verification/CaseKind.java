package org.passerelle.verification;

/// Why a case was opened.
public enum CaseKind {
    FIRST,
    /// Submitted anew after a refusal that was not final, or after having been withdrawn.
    AGAIN,
    /// The office's period ran out or is about to (VER-01).
    REQUALIFICATION
}
