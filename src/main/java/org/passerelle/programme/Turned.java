package org.passerelle.programme;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.pack.model.ProgrammeId;

/// A programme whose outcome became another, with both decisions: what an organisation is told when
/// its eligibility changes, and why (ELI-02, ORG-04).
///
/// @param before empty when it was decided for the first time
public record Turned(
        ProgrammeId programme, Optional<EligibilityDecision> before, EligibilityDecision now) {

    public enum Way {
        CLOSED,
        OPENED,
        /// Still not open, for another reason: a fact is missing now, or is no longer.
        OTHERWISE
    }

    public Way way() {
        if (now instanceof EligibilityDecision.Eligible) {
            return Way.OPENED;
        }
        return before.filter(EligibilityDecision.Eligible.class::isInstance).isPresent()
                ? Way.CLOSED
                : Way.OTHERWISE;
    }

    /// What made the difference: the conditions in the way now, or those that were before and are
    /// met now.
    public List<Finding.Leaf> reasons() {
        if (!(now instanceof EligibilityDecision.Eligible)) {
            return inTheWay(now);
        }
        var hindered =
                before.map(Turned::inTheWay).orElse(List.of()).stream()
                        .map(Finding.Leaf::criterion)
                        .collect(Collectors.toCollection(HashSet::new));
        return now.telling().stream().filter(leaf -> hindered.contains(leaf.criterion())).toList();
    }

    /// Whether another version of the partner's rules decided than before (ELI-03).
    public boolean underOtherRules() {
        return before.filter(then -> !then.basis().version().equals(now.basis().version()))
                .isPresent();
    }

    /// The conditions that keep a decision from being *eligible*.
    static List<Finding.Leaf> inTheWay(EligibilityDecision decision) {
        return decision instanceof EligibilityDecision.Eligible
                ? List.of()
                : decision.telling().stream()
                        .filter(leaf -> leaf.favourable() != Outcome.MET)
                        .toList();
    }
}
