package org.passerelle.pack.reading;

import java.time.Period;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Rates;
import org.passerelle.pack.reading.Vocabulary.Kind;

/// Checks that need the whole pack.
final class Consistency {
    /// Rules often begin on a day on which no bank gives a rate.
    private static final Period GRACE = Period.ofDays(10);

    private final Reading reading;

    Consistency(Reading reading) {
        this.reading = reading;
    }

    /// No offer succeeds itself, however far round (CAT-04).
    void checkSuccession(Map<OfferId, Offer> offers) {
        var succeeds = new LinkedHashMap<OfferId, List<OfferId>>();
        offers.forEach((id, offer) -> succeeds.put(id, offer.succeeds()));
        for (var circle : Circles.in(succeeds)) {
            reading.vocabulary()
                    .placeOf(Kind.OFFER, circle.getFirst().value())
                    .ifPresent(place ->
                            reading.problems()
                                    .add(place, "offer succeeds itself: " + Circles.shown(circle)));
        }
    }

    /// The address of an offer leads to the one that took its place: there is one (CAT-04).
    void checkSuccessors(Map<OfferId, Offer> offers) {
        var successor = new HashMap<OfferId, OfferId>();
        offers.forEach((id, offer) -> {
            for (var succeeded : offer.succeeds()) {
                var other = successor.putIfAbsent(succeeded, id);
                if (other != null && !other.equals(id)) {
                    atOffer(
                            id,
                            "offer '%s' succeeds '%s', which '%s' succeeds already; one takes its"
                                            .formatted(id, succeeded, other)
                                    + " place, others are its alternatives");
                }
            }
            if (offer.alternatives().contains(id)) {
                atOffer(id, "offer '%s' is no alternative to itself".formatted(id));
            }
        });
    }

    private void atOffer(OfferId offer, String what) {
        reading.vocabulary()
                .placeOf(Kind.OFFER, offer.value())
                .ifPresent(place -> reading.problems().add(place, what));
    }

    /// An allotment counts offers of its own programme only.
    void checkAllotmentOffers(List<ProgrammeReader.NamedOffer> named, Map<OfferId, Offer> offers) {
        for (var use : named) {
            var offer = offers.get(use.offer());
            if (offer != null && !offer.programme().equals(use.programme())) {
                reading.problems()
                        .add(
                                use.place(),
                                "offer '%s' is of programme '%s', not of this one"
                                        .formatted(use.offer(), offer.programme()));
            }
        }
    }

    /// Fees are in the office's currency; whatever is compared can be converted to it.
    void checkCurrencies(Office office, Rates rates, boolean ratesComplete) {
        for (var fee : reading.fees()) {
            if (!fee.currency().equals(office.currency())) {
                reading.problems()
                        .add(
                                fee.place(),
                                "fees are in the office's currency, %s, not in %s"
                                        .formatted(office.currency(), fee.currency()));
            }
        }
        for (var money : reading.comparedMoney()) {
            if (ratesComplete && !money.currency().equals(office.currency())) {
                checkRate(money, money.currency(), rates);
                checkRate(money, office.currency(), rates);
            }
        }
    }

    private void checkRate(Reading.ComparedMoney money, CurrencyUnit currency, Rates rates) {
        if (currency.equals(CurrencyUnit.EUR)) {
            return;
        }
        var dated = rates.perEuro().get(currency);
        if (dated == null) {
            reading.problems()
                    .add(
                            money.place(),
                            "there is no rate for %s in rates.yaml".formatted(currency));
        } else if (money.since()
                .filter(day -> dated.firstKey().isAfter(day.plus(GRACE)))
                .isPresent()) {
            reading.problems()
                    .add(
                            money.place(),
                            "these rules hold from %s, but the rates for %s begin on %s"
                                    .formatted(money.since().get(), currency, dated.firstKey()));
        }
    }
}
