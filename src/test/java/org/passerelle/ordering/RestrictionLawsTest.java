package org.passerelle.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.programme.PackFixture.FISCAL_YEAR;
import static org.passerelle.programme.PackFixture.LIFETIME;
import static org.passerelle.programme.PackFixture.allotment;
import static org.passerelle.programme.PackFixture.budgetAtMost;
import static org.passerelle.programme.PackFixture.offer;
import static org.passerelle.programme.PackFixture.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.Requirement;
import org.passerelle.pack.model.Allotment.Count;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Programme;
import org.passerelle.programme.FactsFixture;
import org.passerelle.programme.History;
import org.passerelle.programme.OrganisationFacts;
import org.passerelle.programme.PackFixture;

/// The restriction engine against plain sentences, each written down a second time: whatever the
/// basket, none of them is missed and none is said without cause.
@Requirement("ORD-02")
class RestrictionLawsTest {
    private static final Instant NOW = Instant.parse("2022-09-12T08:00:00Z");
    private static final List<String> PEOPLE = List.of("a@x.org", "b@x.org", "c@x.org");

    private static final Pack PACK = pack();

    private static Pack pack() {
        var alone = new Programme.OrderRules(true, Optional.empty(), Optional.empty());
        var five = new Programme.OrderRules(false, Optional.of(5L), Optional.empty());
        return new PackFixture()
                .with(
                        programme("plain")
                                .eligible(budgetAtMost("EUR 500000"))
                                .allotments(allotment(Count.PRODUCTS, 6, FISCAL_YEAR))
                                .build())
                .with(
                        programme("single")
                                .eligible()
                                .order(alone)
                                .allotments(allotment(Count.ORDERS, 1, LIFETIME))
                                .build())
                .with(programme("people").eligible().seats(true, true).build())
                .with(programme("bulk").eligible().order(five).asks("why").build())
                .with(offer("book", "plain").conditions("conditions/book").build())
                .with(offer("film", "plain").quantity(2, 4).build())
                .with(offer("past", "plain").onSale("2020-01-01", "2021-01-01").build())
                .with(offer("genuine", "single").build())
                .with(offer("seat", "people").build())
                .with(
                        offer("laptop", "bulk")
                                .kind(Offer.Kind.HARDWARE)
                                .stock(new Offer.Stock.Counted(9))
                                .build())
                .pack();
    }

    /// One try: everything chance decides.
    private record Try(
            OrganisationFacts facts,
            List<History.Line> past,
            Map<OfferId, Long> stock,
            Basket basket) {

        static Try of(Random random) {
            var facts = new FactsFixture();
            facts.qualified = Optional.of(random.nextInt(4) > 0);
            facts.budget("EUR " + (random.nextBoolean() ? "400000" : "600000"));
            facts.address =
                    Optional.of(
                            new OrganisationFacts.Address(
                                    Optional.of(random.nextBoolean() ? "LU" : "FR"),
                                    Optional.of(random.nextBoolean())));
            var past = new ArrayList<History.Line>();
            for (var n = random.nextInt(4); n > 0; n--) {
                past.add(past(random));
            }
            var lines = new ArrayList<Basket.Line>();
            for (var n = random.nextInt(5); n >= 0; n--) {
                lines.add(wish(random));
            }
            return new Try(
                    facts.facts(),
                    past,
                    Map.of(OfferId.of("laptop"), (long) random.nextInt(8)),
                    new Basket(lines));
        }

        private static Offer any(Random random) {
            return List.copyOf(PACK.offers().values()).get(random.nextInt(PACK.offers().size()));
        }

        private static List<History.Person> people(Random random) {
            var people = new ArrayList<History.Person>();
            for (var n = random.nextInt(3); n > 0; n--) {
                people.add(
                        new History.Person(
                                PEOPLE.get(random.nextInt(PEOPLE.size())),
                                Optional.empty(),
                                random.nextInt(5) == 0 ? Optional.of(false) : Optional.empty()));
            }
            return people;
        }

        private static History.Line past(Random random) {
            var states = History.State.values();
            return History.Line.of(
                    PACK,
                    any(random),
                    1 + random.nextInt(3),
                    "before",
                    Instant.parse("2022-07-04T07:00:00Z"),
                    states[random.nextInt(states.length)],
                    people(random));
        }

        private static Basket.Line wish(Random random) {
            return new Basket.Line(
                    any(random).id(),
                    random.nextInt(6),
                    random.nextBoolean() ? Map.of("why", "because") : Map.of(),
                    people(random),
                    random.nextBoolean());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void no_violation_is_missed_and_none_is_said_without_cause(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 1_000; i++) {
            var one = Try.of(random);
            var said =
                    Restrictions.of(
                            PACK,
                            one.basket(),
                            one.facts(),
                            new History(one.past()),
                            offer -> Optional.ofNullable(one.stock().get(offer)),
                            NOW);
            Set<String> codes =
                    said.stream()
                            .map(each -> each.line() + " " + each.code().word())
                            .collect(Collectors.toCollection(TreeSet::new));
            assertThat(codes).as("%s", one).isEqualTo(expected(one));
            assertThat(said).allMatch(each -> !each.waysOut().isEmpty());
            assertThat(said)
                    .isSortedAccordingTo(
                            java.util.Comparator.comparingInt(Restriction::line)
                                    .thenComparing(Restriction::code));
        }
    }

    /// The rules once more, in the plainest way.
    private static Set<String> expected(Try one) {
        var found = new TreeSet<String>();
        var lines = one.basket().lines();
        for (var n = 0; n < lines.size(); n++) {
            var line = lines.get(n);
            var offer = line.offer().value();
            if (!one.facts().qualified().orElseThrow()) {
                found.add(n + " not-qualified");
            }
            if (Set.of("book", "film", "past").contains(offer)) {
                plain(one, n, found);
            }
            switch (offer) {
                case "genuine" -> genuine(one, n, found);
                case "seat" -> seat(one, n, found);
                case "laptop" -> laptop(one, n, found);
                default -> {}
            }
            if (offer.equals("book") && !line.accepted()) {
                found.add(n + " conditions-not-accepted");
            }
            if (offer.equals("past")) {
                found.add(n + " not-on-sale");
            }
            if (offer.equals("film")) {
                var all = units(one, Set.of("film"), lines.size());
                if (all < 2 || line.quantity() < 1) {
                    found.add(n + " below-minimum");
                }
                if (line.quantity() > 0 && units(one, Set.of("film"), n + 1) > 4) {
                    found.add(n + " above-maximum");
                }
            } else if (line.quantity() < 1) {
                found.add(n + " below-minimum");
            }
        }
        return found;
    }

    private static long units(Try one, Set<String> offers, int lines) {
        return one.basket().lines().subList(0, lines).stream()
                .filter(line -> offers.contains(line.offer().value()))
                .mapToLong(Basket.Line::quantity)
                .sum();
    }

    private static boolean stands(History.Line line) {
        return switch (line.state()) {
            case CANCELLED, REFUSED, EXPIRED -> false;
            default -> true;
        };
    }

    private static void plain(Try one, int n, Set<String> found) {
        var offers = Set.of("book", "film", "past");
        if (one.facts().budget().orElseThrow().amount().getAmountMajorInt() > 500_000) {
            found.add(n + " not-eligible");
        }
        var used =
                one.past().stream()
                        .filter(RestrictionLawsTest::stands)
                        .filter(line -> offers.contains(line.offer().value()))
                        .mapToLong(History.Line::quantity)
                        .sum();
        if (one.basket().lines().get(n).quantity() > 0 && used + units(one, offers, n + 1) > 6) {
            found.add(n + " allotment-exceeded");
        }
    }

    private static void genuine(Try one, int n, Set<String> found) {
        if (one.basket().lines().size() > 1) {
            found.add(n + " must-be-alone");
        }
        var had =
                one.past().stream()
                        .filter(RestrictionLawsTest::stands)
                        .anyMatch(line -> line.offer().value().equals("genuine"));
        if (had && one.basket().lines().get(n).quantity() > 0) {
            found.add(n + " once-in-a-lifetime");
        }
    }

    private static void seat(Try one, int n, Set<String> found) {
        var line = one.basket().lines().get(n);
        if (line.persons().size() < line.quantity()) {
            found.add(n + " answers-missing");
        }
        var holders = new HashMap<String, Boolean>();
        for (var past : one.past()) {
            if (past.offer().value().equals("seat") && stands(past)) {
                past.persons()
                        .forEach(person ->
                                holders.merge(
                                        person.email(),
                                        past.state() == History.State.DELIVERED,
                                        Boolean::logicalOr));
            }
        }
        var taken = new HashSet<>(holders.keySet());
        for (var earlier : one.basket().lines().subList(0, n)) {
            if (earlier.offer().value().equals("seat")) {
                earlier.persons().forEach(person -> taken.add(person.email()));
            }
        }
        for (var person : line.persons()) {
            if (!taken.add(person.email())) {
                found.add(n + " person-already-has-one");
            }
            if (person.newUser().equals(Optional.of(false))
                    || holders.getOrDefault(person.email(), false)) {
                found.add(n + " not-a-new-user");
            }
        }
    }

    private static void laptop(Try one, int n, Set<String> found) {
        var line = one.basket().lines().get(n);
        var all = one.basket().lines().size();
        var stock = one.stock().getOrDefault(OfferId.of("laptop"), 0L);
        if (line.quantity() > 0 && units(one, Set.of("laptop"), n + 1) > stock) {
            found.add(n + " out-of-stock");
        }
        if (units(one, Set.of("laptop"), all) < 5) {
            found.add(n + " below-minimum");
        }
        if (!line.answers().containsKey("why")) {
            found.add(n + " answers-missing");
        }
        var address = one.facts().address().orElseThrow();
        if (address.poBox().orElseThrow()) {
            found.add(n + " post-office-box");
        }
        if (address.country().orElseThrow().equals("FR")) {
            found.add(n + " other-country");
        }
    }
}
