package org.passerelle.help;

import java.util.List;

/// What became of asking.
public sealed interface AskOutcome {
    record Asked(long number) implements AskOutcome {}

    /// Everything wrong with the form, in the order of its fields.
    record NotTaken(List<Fault> faults) implements AskOutcome {}

    /// The office has no such kind, has a page of its own for it, or takes it from members only.
    record NoSuchForm() implements AskOutcome {}

    /// One field that cannot stand as it is.
    record Fault(String field, Flaw flaw) {}

    enum Flaw {
        MISSING,
        TOO_LONG,
        EMAIL,
        DATE,
        NUMBER,
        CHOICE,
        ORDER
    }
}
