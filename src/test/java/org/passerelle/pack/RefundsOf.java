package org.passerelle.pack;

import java.util.List;
import org.passerelle.pack.model.Offer;

/// An offer of a pack with other refund policies.
public record RefundsOf(Offer offer) {
    public Offer with(List<Offer.RefundPolicy> refunds) {
        return new Offer(
                offer.id(),
                offer.sku(),
                offer.kind(),
                offer.partner(),
                offer.programme(),
                offer.title(),
                offer.summary(),
                offer.succeeds(),
                offer.categories(),
                offer.holds(),
                offer.fees(),
                offer.marketValue(),
                offer.partnerDiscount(),
                offer.quantity(),
                offer.stock(),
                offer.handOver(),
                offer.delivery(),
                refunds,
                offer.conditions(),
                offer.descriptionText(),
                offer.requirementsText(),
                offer.usageText(),
                offer.eligible(),
                offer.countries(),
                offer.onSaleFrom(),
                offer.onSaleUntil(),
                offer.alternatives(),
                offer.vatCategory(),
                offer.questions());
    }
}
