package org.passerelle.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.ordering.Restriction;
import org.passerelle.ordering.Restrictions;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.programme.AllotmentRules;
import org.passerelle.programme.AllotmentState;
import org.passerelle.programme.Eligibility;
import org.passerelle.programme.EligibilityDecision;
import org.passerelle.tax.TaxDecision;
import org.passerelle.tax.Taxation;

/// What the rules of a pack answer to facts: the same answers that the product gives.
record TryAnswer(
        List<EligibilityDecision> programmes,
        List<Restriction> restrictions,
        List<Taxed> taxes,
        List<AllotmentState> mayStillOrder) {

    /// What taxes a line of the basket bears, and why (INV-02).
    record Taxed(int line, OfferId offer, TaxDecision decision) {}

    static TryAnswer of(Pack pack, TryFacts facts) {
        var organisation = facts.organisation();
        var day = facts.at().atZone(pack.office().zone()).toLocalDate();
        return new TryAnswer(
                Eligibility.decideAll(pack, organisation, facts.history(), day),
                Restrictions.of(
                        pack,
                        facts.basket(),
                        organisation,
                        facts.history(),
                        offer -> stock(pack, facts, offer),
                        facts.at()),
                taxes(pack, facts, day),
                AllotmentRules.states(pack, organisation.country(), facts.history(), facts.at()));
    }

    /// Of an offer that the pack does not have, the restrictions say so.
    private static List<Taxed> taxes(Pack pack, TryFacts facts, LocalDate day) {
        var taxes = new ArrayList<Taxed>();
        for (var line = 0; line < facts.basket().lines().size(); line++) {
            var id = facts.basket().lines().get(line).offer();
            var place = line;
            pack.offer(id)
                    .map(offer ->
                            Taxation.of(pack.office(), facts.buyer(), offer.vatCategory(), day))
                    .ifPresent(decision -> taxes.add(new Taxed(place, id, decision)));
        }
        return List.copyOf(taxes);
    }

    /// What the facts say of the stock, else what the pack begins with.
    private static Optional<Long> stock(Pack pack, TryFacts facts, OfferId id) {
        return Optional.ofNullable(facts.stock().get(id))
                .or(() -> pack.offer(id).flatMap(TryAnswer::initial));
    }

    private static Optional<Long> initial(Offer offer) {
        return offer.stock() instanceof Offer.Stock.Counted(var pieces)
                ? Optional.of(pieces)
                : Optional.empty();
    }
}
