package org.passerelle.verification;

/// What became of a document that was handed in.
public sealed interface AttachOutcome {
    record Attached(EvidenceId evidence) implements AttachOutcome {}

    record Empty() implements AttachOutcome {}

    record TooLarge(long atMostBytes) implements AttachOutcome {}

    record TooMany(int atMost) implements AttachOutcome {}

    /// `found` is what the bytes say it is, such as `application/zip`.
    record TypeNotTaken(String found) implements AttachOutcome {}

    /// The virus scanner found `threat`; nothing was kept.
    record Infected(String threat) implements AttachOutcome {}

    /// No case takes documents just now.
    record NoOpenCase() implements AttachOutcome {}
}
