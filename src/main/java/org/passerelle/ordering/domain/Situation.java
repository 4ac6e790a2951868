package org.passerelle.ordering.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.ordering.Basket;
import org.passerelle.ordering.Stock;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Programme;
import org.passerelle.programme.Eligibility;
import org.passerelle.programme.History;
import org.passerelle.programme.OrganisationFacts;

/// All that restrictions are judged by: a basket whose words were looked up in the pack, and what
/// is known of the organisation at one moment. `day` is that moment's in the office's zone.
///
/// @param unlisted places of lines whose offer the pack does not have
public record Situation(
        Pack pack,
        List<Wish> wishes,
        List<Unlisted> unlisted,
        OrganisationFacts facts,
        History history,
        Stock stock,
        Instant now,
        LocalDate day) {

    /// One line of the basket. `rules` are empty where no version of the programme is in force.
    public record Wish(
            int place,
            Basket.Line line,
            Offer offer,
            Programme programme,
            Optional<Programme.Version> rules) {

        long quantity() {
            return Math.max(0, line.quantity());
        }

        Optional<Programme.Seats> seats() {
            return rules.flatMap(Programme.Version::seats);
        }

        boolean isOf(Programme other) {
            return programme.id().equals(other.id());
        }
    }

    public record Unlisted(int place, OfferId offer) {}

    public static Situation of(
            Pack pack,
            Basket basket,
            OrganisationFacts facts,
            History history,
            Stock stock,
            Instant now) {
        var day = now.atZone(pack.office().zone()).toLocalDate();
        var wishes = new ArrayList<Wish>();
        var unlisted = new ArrayList<Unlisted>();
        for (var place = 0; place < basket.lines().size(); place++) {
            var line = basket.lines().get(place);
            var offer = pack.offer(line.offer());
            var programme = offer.flatMap(each -> pack.programme(each.programme()));
            if (programme.isEmpty()) {
                unlisted.add(new Unlisted(place, line.offer()));
                continue;
            }
            wishes.add(
                    new Wish(
                            place,
                            line,
                            offer.get(),
                            programme.get(),
                            Eligibility.versionFor(pack, programme.get(), facts, day)));
        }
        return new Situation(pack, wishes, unlisted, facts, history, stock, now, day);
    }

    int size() {
        return wishes.size() + unlisted.size();
    }

    /// The country that goods would go to, where somebody told.
    Optional<String> deliveryCountry() {
        return facts.address().flatMap(OrganisationFacts.Address::country).or(facts::country);
    }
}
