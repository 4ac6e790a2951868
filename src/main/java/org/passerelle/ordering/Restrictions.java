package org.passerelle.ordering;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.ordering.domain.AllotmentRestrictions;
import org.passerelle.ordering.domain.DeliveryRestrictions;
import org.passerelle.ordering.domain.EligibilityRestrictions;
import org.passerelle.ordering.domain.PersonRestrictions;
import org.passerelle.ordering.domain.QuantityRestrictions;
import org.passerelle.ordering.domain.SaleRestrictions;
import org.passerelle.ordering.domain.Situation;
import org.passerelle.ordering.domain.StockRestrictions;
import org.passerelle.pack.model.Pack;
import org.passerelle.programme.History;
import org.passerelle.programme.OrganisationFacts;

/// The restriction engine: one pure function from a basket and all that is known to every violation
/// at once (ORD-02). The order and `pack try` both ask here.
public final class Restrictions {
    private Restrictions() {}

    /// Everything that keeps the basket from being ordered at this moment: by line, and within a
    /// line in the order of the codes. Empty when it may be ordered.
    public static List<Restriction> of(
            Pack pack,
            Basket basket,
            OrganisationFacts facts,
            History history,
            Stock stock,
            Instant now) {
        var situation = Situation.of(pack, basket, facts, history, stock, now);
        return Stream.of(
                        EligibilityRestrictions.of(situation),
                        AllotmentRestrictions.of(situation),
                        StockRestrictions.of(situation),
                        PersonRestrictions.of(situation),
                        DeliveryRestrictions.of(situation),
                        QuantityRestrictions.of(situation),
                        SaleRestrictions.of(situation))
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Restriction::line).thenComparing(Restriction::code))
                .toList();
    }
}
