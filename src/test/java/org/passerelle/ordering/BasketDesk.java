package org.passerelle.ordering;

import static org.passerelle.programme.PackFixture.offer;
import static org.passerelle.programme.PackFixture.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.programme.FactsFixture;
import org.passerelle.programme.History;
import org.passerelle.programme.PackFixture;
import org.passerelle.programme.ProgrammeBuilder;

/// A pack, an organisation with a past, and a basket: what stands in the way, a line each.
final class BasketDesk {
    private static final Instant NOW = Instant.parse("2022-09-12T08:00:00Z");

    final PackFixture fixture = new PackFixture();
    final FactsFixture facts = new FactsFixture();
    final List<History.Line> past = new ArrayList<>();
    final Map<OfferId, Long> stock = new HashMap<>();
    final List<Basket.Line> basket = new ArrayList<>();

    void with(ProgrammeBuilder programme, Offer... offers) {
        fixture.with(programme.build());
        for (var offer : offers) {
            fixture.with(offer);
        }
    }

    void had(String offer, long quantity, History.State state, String... persons) {
        past.add(
                History.Line.of(
                        fixture.pack(),
                        fixture.pack().offer(OfferId.of(offer)).orElseThrow(),
                        quantity,
                        "before",
                        Instant.parse("2022-07-04T07:00:00Z"),
                        state,
                        persons(persons)));
    }

    static List<History.Person> persons(String... emails) {
        return List.of(emails).stream()
                .map(email -> new History.Person(email, Optional.empty(), Optional.empty()))
                .toList();
    }

    void want(String offer, long quantity) {
        want(offer, quantity, Map.of(), true);
    }

    void want(
            String offer,
            long quantity,
            Map<String, String> answers,
            boolean accepted,
            String... persons) {
        basket.add(
                new Basket.Line(OfferId.of(offer), quantity, answers, persons(persons), accepted));
    }

    List<Restriction> restrictions() {
        return Restrictions.of(
                fixture.pack(),
                new Basket(basket),
                facts.facts(),
                new History(past),
                id -> Optional.ofNullable(stock.get(id)),
                NOW);
    }

    List<String> codes() {
        return restrictions().stream()
                .map(each ->
                        each.line()
                                + " "
                                + each.code().word()
                                + " "
                                + each.waysOut().stream()
                                        .map(WayOut::code)
                                        .collect(Collectors.joining(", ")))
                .toList();
    }
}
