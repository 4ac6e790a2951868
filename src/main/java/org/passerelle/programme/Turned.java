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
    /// met now. Those of which one would be enough stand together.
    public List<List<Finding.Leaf>> reasons() {
        if (!(now instanceof EligibilityDecision.Eligible)) {
            return now.reasons().inTheWay();
        }
        var hindered =
                before.map(then -> then.reasons().inTheWay()).orElse(List.of()).stream()
                        .flatMap(List::stream)
                        .map(Finding.Leaf::criterion)
                        .collect(Collectors.toCollection(HashSet::new));
        return now.telling().stream()
                .filter(leaf -> hindered.contains(leaf.criterion()))
                .map(List::of)
                .toList();
    }

    /// Whether another version of the partner's rules decided than before (ELI-03).
    public boolean underOtherRules() {
        return before.filter(then -> !then.basis().version().equals(now.basis().version()))
                .isPresent();
    }
}
