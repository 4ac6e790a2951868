package org.passerelle.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.passerelle.pack.model.Duration;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Offer.RefundPolicy.Reason;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Programme;
import org.passerelle.pack.model.ProgrammeId;

/// Random offers; each may succeed those before it.
final class RandomOffers {
    private final RandomWords some;
    private final RandomRules rules;
    private final Office office;
    private final List<String> categories;
    private final Programme programme;
    private final List<String> texts;
    private final Set<OfferId> gone = new HashSet<>();

    RandomOffers(
            RandomWords some,
            RandomRules rules,
            Office office,
            List<Pack.Category> categories,
            Map<ProgrammeId, Programme> programmes,
            List<String> texts) {
        this.some = some;
        this.rules = rules;
        this.office = office;
        this.categories = categories.stream().map(Pack.Category::id).toList();
        this.programme = programmes.values().iterator().next();
        this.texts = texts;
    }

    Map<OfferId, Offer> offers(List<String> words) {
        var offers = new LinkedHashMap<OfferId, Offer>();
        for (var word : words) {
            var offer = offer(OfferId.of(word), List.copyOf(offers.keySet()));
            offers.put(offer.id(), offer);
        }
        return offers;
    }

    /// Of an offer at most one takes the place.
    private List<OfferId> succeeded(List<OfferId> before) {
        var chosen = some.some(before.stream().filter(id -> !gone.contains(id)).toList(), 0);
        gone.addAll(chosen);
        return chosen;
    }

    private Offer offer(OfferId id, List<OfferId> before) {
        var from = some.perhaps(some::day);
        var kind = some.one(List.of(Offer.Kind.values()));
        return new Offer(
                id,
                some.text(),
                kind,
                programme.partner(),
                programme.id(),
                some.localised(),
                some.localised(),
                succeeded(before),
                some.some(categories, 0),
                new Offer.Holds(some.number(50), some.number(50)),
                fees(),
                some.perhaps(() -> some.money(CurrencyUnit.CAD)),
                kind == Offer.Kind.DISCOUNT ? some.perhaps(() -> some.upTo(100)) : Optional.empty(),
                quantity(),
                stock(),
                some.list(2, this::handOver),
                some.perhaps(() ->
                        new Offer.Delivery(
                                some.length(), some.one(List.of(Offer.Delivery.After.values())))),
                some.list(2, this::refund),
                some.some(texts, 0),
                some.perhaps(() -> some.one(texts)),
                some.perhaps(() -> some.one(texts)),
                some.perhaps(() -> some.one(texts)),
                some.perhaps(() -> rules.all(1)),
                some.perhaps(() -> some.some(List.of("LU", "NO"), 1)),
                from,
                some.perhaps(() -> from.orElse(LocalDate.EPOCH).plusDays(some.upTo(500))),
                some.some(before, 0),
                some.one(office.vat()).category(),
                rules.questions());
    }

    private List<Offer.DatedFee> fees() {
        var fees = new ArrayList<Offer.DatedFee>();
        for (var day : some.days(3)) {
            fees.add(new Offer.DatedFee(day, some.money(CurrencyUnit.EUR)));
        }
        return fees;
    }

    private Offer.Quantity quantity() {
        var atLeast = 1 + some.number(5);
        return new Offer.Quantity(atLeast, some.perhaps(() -> atLeast + some.number(5)));
    }

    private Offer.Stock stock() {
        return switch (some.upTo(2)) {
            case 0 -> new Offer.Stock.Unlimited();
            case 1 -> new Offer.Stock.Counted(some.number(100));
            default -> new Offer.Stock.CodePool(some.word("pool"));
        };
    }

    private Offer.HandOver handOver() {
        return new Offer.HandOver(
                some.one(List.of(Offer.HandOver.What.values())),
                Optional.of(some.one(List.of("partner", "office", "warehouse", "pool"))),
                some.perhaps(() -> some.one(List.of("official-e-mail", "account-holder"))),
                some.perhaps(some::length),
                some.perhaps(() -> new Duration(some.upTo(8) + 1, Duration.Unit.YEARS)),
                some.perhaps(some::localised));
    }

    private Offer.RefundPolicy refund() {
        if (some.coin()) {
            return Offer.RefundPolicy.none();
        }
        return new Offer.RefundPolicy(
                false,
                Optional.of(some.length()),
                Optional.of(some.one(List.of("order", "validation", "payment", "delivery"))),
                some.perhaps(some::localised),
                some.coin(),
                some.coin(),
                some.coin() ? List.of() : List.of(some.one(List.of(Reason.values()))),
                some.coin(),
                some.perhaps(some::length),
                some.coin());
    }
}
