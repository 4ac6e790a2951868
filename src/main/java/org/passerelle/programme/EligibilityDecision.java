package org.passerelle.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.passerelle.pack.model.ProgrammeId;

/// The answer to "may this organisation have what this programme gives?", with all its reasons and
/// the rules it rests on (ELI-02). A later version of the rules never changes it (ELI-03).
public sealed interface EligibilityDecision {

    Basis basis();

    /// The reasons, in the shape of the pack's criteria.
    Finding reasons();

    record Eligible(Basis basis, Finding reasons) implements EligibilityDecision {}

    record Ineligible(Basis basis, Finding reasons) implements EligibilityDecision {}

    /// A fact is missing, or a person must say.
    record Undecided(Basis basis, Finding reasons) implements EligibilityDecision {}

    /// Which rules decided, and for which day. `version` is the first day of the programme's
    /// version, empty where none was in force; `pack` is the hash of the pack's bytes.
    record Basis(ProgrammeId programme, Optional<LocalDate> version, String pack, LocalDate day) {}

    static EligibilityDecision of(Basis basis, Finding reasons) {
        return switch (reasons.outcome()) {
            case MET -> new Eligible(basis, reasons);
            case UNMET -> new Ineligible(basis, reasons);
            case UNKNOWN -> new Undecided(basis, reasons);
        };
    }

    /// Every leaf, whichever decided.
    default List<Finding.Leaf> findings() {
        return reasons().leaves();
    }

    /// The leaves a page shows: without exceptions that nobody needed.
    default List<Finding.Leaf> telling() {
        return reasons().telling();
    }

    /// As `pack try` and the API write it.
    default String outcome() {
        return switch (this) {
            case Eligible _ -> "eligible";
            case Ineligible _ -> "ineligible";
            case Undecided _ -> "undecided";
        };
    }
}
