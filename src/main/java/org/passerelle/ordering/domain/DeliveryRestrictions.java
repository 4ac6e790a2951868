package org.passerelle.ordering.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.ordering.Restriction;
import org.passerelle.ordering.Restriction.OtherCountry;
import org.passerelle.ordering.Restriction.PostOfficeBox;
import org.passerelle.ordering.WayOut;
import org.passerelle.ordering.domain.Situation.Wish;
import org.passerelle.pack.model.Offer;
import org.passerelle.programme.OrganisationFacts.Address;

/// Where goods may go: hardware to a street address in the office's countries, and every offer to
/// its own countries only (ORD-10).
public final class DeliveryRestrictions {
    private DeliveryRestrictions() {}

    public static List<Restriction> of(Situation situation) {
        var restrictions = new ArrayList<Restriction>();
        var poBox = situation.facts().address().flatMap(Address::poBox);
        for (var wish : situation.wishes()) {
            if (isShipped(wish) && poBox.equals(Optional.of(true))) {
                restrictions.add(
                        new PostOfficeBox(
                                wish.place(),
                                wish.offer().id(),
                                List.of(new WayOut.GiveStreetAddress())));
            }
            otherCountry(situation, wish).ifPresent(restrictions::add);
        }
        return restrictions;
    }

    private static Optional<Restriction> otherCountry(Situation situation, Wish wish) {
        var office = situation.pack().office().countries();
        var served =
                wish.offer()
                        .countries()
                        .map(own ->
                                isShipped(wish)
                                        ? own.stream().filter(office::contains).toList()
                                        : own)
                        .or(() -> isShipped(wish) ? Optional.of(office) : Optional.empty());
        return situation
                .deliveryCountry()
                .flatMap(country ->
                        served.filter(countries -> !countries.contains(country))
                                .map(countries ->
                                        new OtherCountry(
                                                wish.place(),
                                                wish.offer().id(),
                                                country,
                                                countries,
                                                List.of(new WayOut.RemoveLine()))));
    }

    /// Hardware, and whatever else comes as a parcel.
    private static boolean isShipped(Wish wish) {
        return wish.offer().kind() == Offer.Kind.HARDWARE
                || wish.offer().handOver().stream()
                        .anyMatch(handOver -> handOver.what() == Offer.HandOver.What.PARCEL);
    }
}
