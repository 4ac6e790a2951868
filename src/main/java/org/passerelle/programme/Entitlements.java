package org.passerelle.programme;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.pack.model.ProgrammeId;

/// What an organisation may have today: a decision on every programme of its office, and what is
/// left of each allotment, both in the pack's order and from the same facts.
public record Entitlements(List<EligibilityDecision> decisions, List<AllotmentState> allotments) {

    public Entitlements {
        decisions = List.copyOf(decisions);
        allotments = List.copyOf(allotments);
    }

    /// The programmes the organisation is eligible for.
    public Set<ProgrammeId> eligible() {
        return decisions.stream()
                .filter(EligibilityDecision.Eligible.class::isInstance)
                .map(decision -> decision.basis().programme())
                .collect(Collectors.toUnmodifiableSet());
    }
}
