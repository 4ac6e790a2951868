package org.passerelle.catalogue;

import java.util.List;
import java.util.Map;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.PartnerId;

/// The offers a filter leaves, and how many each other choice would leave.
///
/// @param all how many offers there are without a filter
/// @param partners offers of each partner under the other filters; alike the other counts
public record Listing(
        List<OfferView> offers,
        int all,
        Map<PartnerId, Long> partners,
        Map<String, Long> categories,
        Map<Offer.Kind, Long> kinds,
        Map<OfferView.Standing, Long> standings) {}
