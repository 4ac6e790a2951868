package org.passerelle.organisation;

import java.util.List;
import java.util.Set;

/// What became of data that an organisation changed on its own.
public sealed interface AmendOutcome {
    /// Stored; `fields` are the codes of those that say something else now, none when all is as it
    /// was.
    record Amended(Set<String> fields) implements AmendOutcome {}

    /// Nothing was stored: something is missing or wrong.
    record Faulty(List<Missing> missing, List<Fault> faults) implements AmendOutcome {}

    /// Nothing was stored: another window changed some of these fields meanwhile.
    record Clashing(Draft stored, Seen.Merged merged) implements AmendOutcome {}

    /// Nothing was stored: only a qualified organisation changes data beside a case.
    record NotQualified() implements AmendOutcome {}
}
