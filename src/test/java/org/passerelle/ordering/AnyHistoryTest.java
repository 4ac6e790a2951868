package org.passerelle.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.programme.PackFixture.fromFirstOrder;
import static org.passerelle.programme.PackFixture.offer;
import static org.passerelle.programme.PackFixture.programme;
import static org.passerelle.programme.PackFixture.rolling;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.Requirement;
import org.passerelle.Shrink;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.PaperHouse.Act;
import org.passerelle.pack.model.Allotment;
import org.passerelle.pack.model.Allotment.Count;
import org.passerelle.pack.model.Allotment.Limit;
import org.passerelle.pack.model.Allotment.Scope;
import org.passerelle.pack.model.Allotment.Window;
import org.passerelle.pack.model.Duration.Unit;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Programme;
import org.passerelle.programme.AllotmentRules;
import org.passerelle.programme.AllotmentState;
import org.passerelle.programme.Figure;
import org.passerelle.programme.History;
import org.passerelle.programme.PackFixture;
import org.passerelle.programme.PlainCount;
import org.passerelle.programme.PlainCount.Bought;

/// Whatever is placed, paid, approved, refused, cancelled, expired, delivered in part or renewed,
/// by several organisations and over the edges of years: the allotment ledger says what a clerk
/// counts who has nothing but the orders. Every history has rules of its own, in a zone of its own.
/// A history that breaks a law is told in the fewest steps that still break it, with its seed.
///
/// [OrderHistoryLawsTest] does the same, a few times, with the product and its database.
@Requirement({"ORD-03", "ORD-04", "ORD-05"})
class AnyHistoryTest {
    private static final int HISTORIES = 250;
    private static final int ACTS = 30;
    private static final List<ZoneId> ZONES =
            Stream.of(
                            "Europe/Luxembourg",
                            "America/St_Johns",
                            "America/Halifax",
                            "America/Toronto",
                            "America/Winnipeg",
                            "America/Regina",
                            "America/Edmonton",
                            "America/Vancouver",
                            "America/Los_Angeles")
                    .map(ZoneId::of)
                    .toList();
    private static final List<Window> WINDOWS =
            List.of(
                    new Window.FiscalYear(),
                    new Window.FiscalYear(),
                    new Window.CalendarYear(),
                    new Window.Lifetime(),
                    rolling(1, Unit.YEARS),
                    rolling(90, Unit.DAYS),
                    rolling(1, Unit.MONTHS),
                    fromFirstOrder(1),
                    fromFirstOrder(2));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_ledger_says_what_a_clerk_counts_from_the_orders(long batch) {
        for (var seed = batch * 1_000; seed < batch * 1_000 + HISTORIES; seed++) {
            var random = new Random(seed);
            var pack = pack(random);
            var start = start(random);
            var acts = Stream.generate(() -> Act.any(random)).limit(ACTS).toList();
            if (fault(pack, start, acts).isPresent()) {
                var few = Shrink.fewest(acts, fewer -> fault(pack, start, fewer).isPresent());
                throw new AssertionError(
                        "seed %d, %d of %d steps are enough: %s"
                                .formatted(
                                        seed,
                                        few.size(),
                                        acts.size(),
                                        fault(pack, start, few).orElseThrow()));
            }
        }
    }

    /// The laws would hold of histories in which nothing happens.
    @Test
    void the_histories_are_full_of_everything() {
        var states = new ArrayList<OrderState.Code>();
        var refused = 0;
        for (var seed = 1_000; seed < 1_040; seed++) {
            var random = new Random(seed);
            var house = new PaperHouse(pack(random), start(random));
            for (var n = 0; n < ACTS; n++) {
                refused +=
                        house.live(Act.any(random)).filter(w -> !w.isPlaced()).isPresent() ? 1 : 0;
            }
            house.orders.forEach(order -> states.add(order.state.code()));
        }
        assertThat(states.stream().collect(Collectors.groupingBy(s -> s, Collectors.counting())))
                .hasSize(OrderState.Code.values().length)
                .allSatisfy((_, often) -> assertThat(often).isGreaterThan(5));
        assertThat(refused).isGreaterThan(100);
    }

    private static Instant start(Random random) {
        return LocalDate.of(2019, 1, 1)
                .plusDays(random.nextInt(1_500))
                .atTime(random.nextInt(24), 30)
                .atZone(ZoneId.of("UTC"))
                .toInstant();
    }

    /// What is wrong with the first step that breaks a law, and what led to it.
    private static Optional<String> fault(Pack pack, Instant start, List<Act> acts) {
        var house = new PaperHouse(pack, start);
        for (var act : acts) {
            var before = List.copyOf(house.orders);
            var wish = house.live(act);
            var wrong =
                    Stream.concat(
                                    wish.stream().flatMap(one -> misjudged(house, before, one)),
                                    Stream.of(act.organisation())
                                            .flatMap(each -> miscounted(house, each)))
                            .findFirst();
            if (wrong.isPresent()) {
                return wrong.map(it -> it + told(house));
            }
        }
        return PaperHouse.ORGANISATIONS.stream()
                .flatMap(each -> miscounted(house, each))
                .findFirst()
                .map(it -> it + told(house));
    }

    private static String told(PaperHouse house) {
        return "\nnow %s in %s\nrules %s\norders\n  %s"
                .formatted(
                        house.now,
                        house.pack.office().zone(),
                        house.pack.programmes().values().stream()
                                .map(p -> p.id() + " " + p.fiscalYear() + " " + p.versions())
                                .toList(),
                        house.orders.stream()
                                .map(PaperOrder::toString)
                                .collect(Collectors.joining("\n  ")));
    }

    private static List<Bought> bought(List<PaperOrder> orders, OrganisationId organisation) {
        return orders.stream()
                .filter(order -> order.organisation.equals(organisation))
                .flatMap(PaperOrder::bought)
                .toList();
    }

    private static PlainCount clerk(PaperHouse house, Programme programme, List<Bought> bought) {
        return new PlainCount(
                house.pack, programme, programme.versions().getLast(), bought, house.now);
    }

    /// An order is placed when all shares have room for what it adds, and only then.
    private static Stream<String> misjudged(
            PaperHouse house, List<PaperOrder> before, PaperHouse.Wish wish) {
        var had = bought(before, wish.organisation());
        var with = new ArrayList<>(had);
        wish.lines()
                .forEach(line ->
                        with.add(
                                new Bought(
                                        "this",
                                        line.offer(),
                                        line.quantity(),
                                        house.now,
                                        Optional.empty(),
                                        true,
                                        false)));
        var tooMuch =
                house.pack.programmes().values().stream()
                        .anyMatch(programme -> isTooMuch(house, programme, had, with));
        return tooMuch == wish.isPlaced()
                ? Stream.of((wish.isPlaced() ? "placed, though too much: " : "not placed: ") + wish)
                : Stream.empty();
    }

    private static boolean isTooMuch(
            PaperHouse house, Programme programme, List<Bought> had, List<Bought> with) {
        var before = clerk(house, programme, had);
        var after = clerk(house, programme, with);
        return after.shares().stream()
                .filter(share -> after.used(share).compareTo(before.used(share)) > 0)
                .anyMatch(share -> after.used(share).compareTo(share.limit()) > 0);
    }

    private static Stream<String> miscounted(PaperHouse house, OrganisationId organisation) {
        var lines = house.ledger.linesOf(organisation);
        var states =
                AllotmentRules.states(house.pack, Optional.empty(), new History(lines), house.now);
        var shares =
                house.pack.programmes().values().stream()
                        .flatMap(programme -> shares(house, programme, organisation))
                        .toList();
        return states.size() == shares.size()
                ? IntStream.range(0, shares.size())
                        .boxed()
                        .flatMap(n -> difference(states.get(n), shares.get(n)).stream())
                : Stream.of(states.size() + " allotments, and not " + shares.size());
    }

    /// What the clerk says of one share.
    private record Said(
            ProgrammeShare of, BigDecimal used, BigDecimal delivered, Set<String> orders) {}

    private record ProgrammeShare(Programme programme, PlainCount.Share share) {}

    private static Stream<Said> shares(
            PaperHouse house, Programme programme, OrganisationId organisation) {
        var clerk = clerk(house, programme, bought(house.orders, organisation));
        return clerk.shares().stream()
                .map(share -> {
                    var counted = clerk.counted(share);
                    return new Said(
                            new ProgrammeShare(programme, share),
                            clerk.used(share),
                            clerk.amount(
                                    share, counted.stream().filter(Bought::delivered).toList()),
                            counted.stream().map(Bought::order).collect(Collectors.toSet()));
                });
    }

    private static Optional<String> difference(AllotmentState state, Said said) {
        var limit = said.of().share().limit();
        var left = limit.subtract(said.used()).max(BigDecimal.ZERO);
        var orders = state.lines().stream().map(History.Line::order).collect(Collectors.toSet());
        var same =
                state.programme().equals(said.of().programme().id())
                        && state.allotment().equals(said.of().share().allotment())
                        && said.of().share().of().containsAll(state.of())
                        && amount(state.used()).compareTo(said.used()) == 0
                        && amount(state.left()).compareTo(left) == 0
                        && amount(state.reserved())
                                        .compareTo(said.used().subtract(said.delivered()))
                                == 0
                        && orders.equals(said.orders());
        return same ? Optional.empty() : Optional.of("it says " + state + "\nthe clerk " + said);
    }

    private static BigDecimal amount(Figure figure) {
        return switch (figure) {
            case Figure.Units(var count) -> BigDecimal.valueOf(count);
            case Figure.Amount(var money) -> money.getAmount();
        };
    }

    /// Two programmes with rules of their own, and offers of which one renews another.
    private static Pack pack(Random random) {
        return new PackFixture()
                .zone(ZONES.get(random.nextInt(ZONES.size())))
                .with(rules("p-donation", random))
                .with(rules("q-donation", random))
                .with(offer("a-1", "p-donation").holds(1, 2).build())
                .with(offer("a-2", "p-donation").holds(3, 1).succeeds("a-1").build())
                .with(offer("b", "p-donation").holds(2, 0).fee("USD 29.99").build())
                .with(offer("c-1", "q-donation").holds(1, 1).fee("CAD 12.35").build())
                .with(offer("c-2", "q-donation").succeeds("c-1").build())
                .with(offer("d", "q-donation").holds(0, 1).fee("EUR 0.00").build())
                .pack();
    }

    private static Programme rules(String id, Random random) {
        var allotments = new ArrayList<Allotment>();
        for (var n = 1 + random.nextInt(3); n > 0; n--) {
            allotments.add(allotment(id, random));
        }
        var rules =
                programme(id).from("2015-01-01").allotments(allotments.toArray(Allotment[]::new));
        var starts = MonthDay.from(LocalDate.of(2024, 1, 1).plusDays(random.nextInt(366)));
        var zone = ZONES.get(random.nextInt(ZONES.size()));
        if (random.nextInt(4) == 0) {
            rules.noFiscalYear();
        } else {
            rules.fiscalYear(starts.toString().substring(2), zone);
        }
        return (random.nextInt(3) == 0 ? rules.countedWhenPaid() : rules).build();
    }

    private static Allotment allotment(String programme, Random random) {
        var count = Count.values()[random.nextInt(Count.values().length)];
        var offers =
                programme.equals("p-donation") ? List.of("a-1", "a-2", "b") : List.of("c-2", "d");
        Scope scope =
                switch (random.nextInt(3)) {
                    case 0 -> new Scope.WholeProgramme();
                    case 1 -> new Scope.EachOffer();
                    default ->
                            new Scope.Offers(
                                    Set.of(OfferId.of(offers.get(random.nextInt(offers.size())))));
                };
        Limit limit =
                count == Count.FEES
                        ? new Limit.Amount(Money.parse("USD " + (50 + random.nextInt(400))))
                        : new Limit.Units(1 + random.nextInt(12));
        return new Allotment(count, scope, limit, WINDOWS.get(random.nextInt(WINDOWS.size())));
    }
}
