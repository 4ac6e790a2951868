package org.passerelle.ordering.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.ordering.Restriction;
import org.passerelle.ordering.Restriction.NotEligible;
import org.passerelle.ordering.Restriction.NotQualified;
import org.passerelle.ordering.Restriction.Undecided;
import org.passerelle.ordering.Restriction.WaiverMissing;
import org.passerelle.ordering.WayOut;
import org.passerelle.ordering.domain.Situation.Wish;
import org.passerelle.programme.Eligibility;
import org.passerelle.programme.Finding;
import org.passerelle.programme.Finding.Leaf;
import org.passerelle.programme.Outcome;
import org.passerelle.programme.Remedy;

/// Only qualified organisations order, and only what they are eligible for (ORD-01). Programme and
/// offer are decided each for itself: both may stand in the way, in different ways.
public final class EligibilityRestrictions {
    private EligibilityRestrictions() {}

    public static List<Restriction> of(Situation situation) {
        var restrictions = new ArrayList<Restriction>();
        for (var wish : situation.wishes()) {
            if (situation.facts().qualified().equals(Optional.of(false))) {
                restrictions.add(
                        new NotQualified(
                                wish.place(), wish.offer().id(), mend(new Remedy.Qualify())));
            }
            // where no rules are in force there is nothing to be eligible for: it is not on sale
            if (wish.rules().isPresent()) {
                restrictions.addAll(judged(situation, wish));
            }
        }
        return restrictions;
    }

    private static List<Restriction> judged(Situation situation, Wish wish) {
        var findings = findings(situation, wish);
        var place = wish.place();
        var offer = wish.offer().id();
        var programme = wish.programme().id();
        var restrictions = new ArrayList<Restriction>();

        var unmet = leaves(findings, Outcome.UNMET);
        if (!unmet.isEmpty()) {
            restrictions.add(new NotEligible(place, offer, programme, unmet, waysOut(unmet)));
        }
        var open = leaves(findings, Outcome.UNKNOWN);
        if (!open.isEmpty()) {
            restrictions.add(new Undecided(place, offer, programme, open, waysOut(open)));
        } else if (situation.facts().qualified().isEmpty()) {
            restrictions.add(
                    new Undecided(place, offer, programme, List.of(), mend(new Remedy.Qualify())));
        }
        if (unmet.stream().anyMatch(leaf -> leaf.criterion().equals("waiver") && leaf.wanted())) {
            restrictions.add(new WaiverMissing(place, offer, programme, mend(new Remedy.Waiver())));
        }
        return restrictions;
    }

    private static List<Finding> findings(Situation situation, Wish wish) {
        var decision =
                Eligibility.decide(
                        situation.pack(),
                        wish.programme(),
                        situation.facts(),
                        situation.history(),
                        situation.day());
        var ofOffer =
                Eligibility.decideOffer(
                        situation.pack(),
                        wish.offer(),
                        situation.facts(),
                        situation.history(),
                        situation.day());
        return Stream.concat(Stream.of(decision.reasons()), ofOffer.stream()).toList();
    }

    private static List<Leaf> leaves(List<Finding> findings, Outcome outcome) {
        return findings.stream()
                .filter(finding -> finding.outcome() == outcome)
                .flatMap(finding -> finding.decisive().stream())
                .toList();
    }

    private static List<WayOut> waysOut(List<Leaf> leaves) {
        var remedies =
                leaves.stream()
                        .map(Leaf::remedy)
                        .filter(Remedy::helps)
                        .distinct()
                        .<WayOut>map(WayOut.Mend::new)
                        .toList();
        return remedies.isEmpty() ? List.of(new WayOut.RemoveLine()) : remedies;
    }

    private static List<WayOut> mend(Remedy remedy) {
        return List.of(new WayOut.Mend(remedy));
    }
}
