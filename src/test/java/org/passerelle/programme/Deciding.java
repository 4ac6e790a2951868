package org.passerelle.programme;

import static org.passerelle.programme.PackFixture.programme;

import java.time.LocalDate;
import java.util.List;
import org.passerelle.pack.model.Criterion;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.ProgrammeId;

/// Decides one programme, `autodesk-donation`, for facts that a test changes.
final class Deciding {
    static final LocalDate DAY = LocalDate.of(2022, 9, 12);

    final FactsFixture facts = new FactsFixture();
    History history = History.NONE;

    EligibilityDecision decide(Criterion... criteria) {
        return decide(new PackFixture(), criteria);
    }

    EligibilityDecision decide(PackFixture fixture, Criterion... criteria) {
        return decideOn(
                DAY,
                fixture.with(programme("autodesk-donation").eligible(criteria).build()).pack());
    }

    EligibilityDecision decideOn(LocalDate day, Pack pack) {
        var programme = pack.programme(ProgrammeId.of("autodesk-donation")).orElseThrow();
        return Eligibility.decide(pack, programme, facts.facts(), history, day);
    }

    /// What a decision found, a line for each leaf.
    static List<String> lines(EligibilityDecision decision) {
        return decision.findings().stream()
                .map(leaf ->
                        leaf.criterion()
                                + " "
                                + leaf.outcome().code()
                                + " | "
                                + leaf.found().canonical().orElse("-")
                                + " | "
                                + leaf.demanded().canonical()
                                + " | "
                                + leaf.remedy().code())
                .toList();
    }
}
