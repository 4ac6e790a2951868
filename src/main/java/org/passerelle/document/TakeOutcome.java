package org.passerelle.document;

/// What became of a file that was handed in.
public sealed interface TakeOutcome {
    record Taken(Document document) implements TakeOutcome {}

    record Empty() implements TakeOutcome {}

    record TooLarge(long atMostBytes) implements TakeOutcome {}

    /// `found` is what the bytes say it is, such as `application/zip`.
    record TypeNotTaken(String found) implements TakeOutcome {}

    /// `threat` is what the scanner calls it. Nothing was kept.
    record Infected(String threat) implements TakeOutcome {}
}
