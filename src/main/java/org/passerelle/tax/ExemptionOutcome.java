package org.passerelle.tax;

/// What became of an act on an exemption.
public sealed interface ExemptionOutcome {
    record Done(ExemptionId id) implements ExemptionOutcome {}

    /// Somebody decided, or took it back, before.
    record DecidedBefore() implements ExemptionOutcome {}

    /// The last day is before the first.
    record EndsBeforeItBegins() implements ExemptionOutcome {}

    /// Neither a country nor a region of the office.
    record NoSuchPlace() implements ExemptionOutcome {}

    /// The certificate is not named, or not there.
    record CertificateMissing() implements ExemptionOutcome {}

    /// A decision that says no reason is none.
    record ReasonMissing() implements ExemptionOutcome {}
}
