package org.passerelle.programme;

/// What became of recording a waiver.
public sealed interface WaiverOutcome {
    record Recorded(WaiverId id) implements WaiverOutcome {}

    record NoSuchProgramme() implements WaiverOutcome {}

    /// No rule of the programme asks for the partner's approval: there is nothing it could lift.
    record NothingToLift() implements WaiverOutcome {}

    /// It would end before it begins.
    record EndsBeforeItBegins() implements WaiverOutcome {}

    /// Where the partner's letter is kept must be said.
    record DocumentMissing() implements WaiverOutcome {}
}
