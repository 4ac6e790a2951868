package org.passerelle.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.programme.PackFixture.LUXEMBOURG;
import static org.passerelle.programme.PackFixture.allotment;
import static org.passerelle.programme.PackFixture.fromFirstOrder;
import static org.passerelle.programme.PackFixture.offer;
import static org.passerelle.programme.PackFixture.programme;
import static org.passerelle.programme.PackFixture.rolling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.Requirement;
import org.passerelle.pack.model.Allotment.Count;
import org.passerelle.pack.model.Allotment.Window;
import org.passerelle.pack.model.Duration.Unit;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Pack;
import org.passerelle.programme.AllotmentRules.Asked;

/// Allotments against a plain recount, on histories as chance makes them: ledger and orders agree,
/// and what may be ordered never passes the limit.
@Requirement({"ORD-03", "ORD-04"})
class AllotmentLawsTest {
    private static final List<Count> COUNTS =
            List.of(Count.PRODUCTS, Count.LICENCES, Count.DEVICES, Count.ORDERS, Count.TITLES);
    private static final List<Window> WINDOWS =
            List.of(
                    new Window.FiscalYear(),
                    new Window.CalendarYear(),
                    new Window.Lifetime(),
                    rolling(1, Unit.YEARS),
                    rolling(90, Unit.DAYS),
                    fromFirstOrder(2));

    /// A pack with one allotment, as chance makes it.
    private record Setting(Pack pack, Count count, Window window, long limit) {
        static Setting of(Random random) {
            var count = COUNTS.get(random.nextInt(COUNTS.size()));
            var window = WINDOWS.get(random.nextInt(WINDOWS.size()));
            var limit = 1 + random.nextInt(20);
            var pack =
                    new PackFixture()
                            .with(
                                    programme("p-donation")
                                            .from("2018-01-01")
                                            .fiscalYear("07-01", LUXEMBOURG)
                                            .allotments(allotment(count, limit, window))
                                            .build())
                            .with(programme("q-donation").build())
                            .with(offer("a-1", "p-donation").holds(1, 2).build())
                            .with(offer("a-2", "p-donation").holds(3, 1).succeeds("a-1").build())
                            .with(offer("b", "p-donation").holds(2, 0).build())
                            .with(offer("other", "q-donation").build())
                            .pack();
            return new Setting(pack, count, window, limit);
        }

        Offer any(Random random) {
            var offers = List.copyOf(pack.offers().values());
            return offers.get(random.nextInt(offers.size()));
        }

        AllotmentState state(List<History.Line> lines, Instant now) {
            return AllotmentRules.states(pack, Optional.empty(), new History(lines), now)
                    .getFirst();
        }

        List<Excess> excesses(List<History.Line> lines, List<Asked> basket, Instant now) {
            return AllotmentRules.excesses(pack, Optional.empty(), new History(lines), basket, now);
        }

        long used(List<History.Line> lines, Instant now) {
            return ((Figure.Units) state(lines, now).used()).count();
        }
    }

    private static Instant day(Random random) {
        return LocalDate.of(2019, 1, 1)
                .plusDays(random.nextInt(2_200))
                .atTime(random.nextInt(24), 0)
                .atZone(LUXEMBOURG)
                .toInstant();
    }

    private static History.Line line(Setting setting, Random random, String order, Instant at) {
        var states = History.State.values();
        return History.Line.of(
                setting.pack(),
                setting.any(random),
                1 + random.nextInt(4),
                order,
                at,
                states[random.nextInt(states.length)],
                List.of());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void what_is_used_is_the_plain_recount_of_the_lines_that_count(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 1_000; i++) {
            var setting = Setting.of(random);
            var lines = new ArrayList<History.Line>();
            for (var n = random.nextInt(15); n > 0; n--) {
                lines.add(line(setting, random, "order " + random.nextInt(6), day(random)));
            }
            var now = day(random);
            lines.removeIf(line -> line.placed().isAfter(now));

            var state = setting.state(lines, now);
            var expected = recount(setting, lines, now);
            assertThat(state.used()).as("%s", setting).isEqualTo(new Figure.Units(expected));
            assertThat(state.left())
                    .isEqualTo(new Figure.Units(Math.max(0, setting.limit() - expected)));
            assertThat(state.lines()).isSubsetOf(lines);
        }
    }

    /// By day and year, not by windows: what a clerk with a pencil would do.
    private static long recount(Setting setting, List<History.Line> lines, Instant now) {
        var counted =
                lines.stream()
                        .filter(line -> line.programme().value().equals("p-donation"))
                        .filter(line ->
                                switch (line.state()) {
                                    case CANCELLED, REFUSED, EXPIRED -> false;
                                    default -> true;
                                })
                        .sorted(Comparator.comparing(History.Line::placed))
                        .toList();
        var start = opening(setting.window(), counted, now);
        var within = counted.stream().filter(line -> !line.placed().isBefore(start)).toList();
        return switch (setting.count()) {
            case PRODUCTS -> within.stream().mapToLong(History.Line::quantity).sum();
            case LICENCES ->
                    within.stream().mapToLong(l -> l.quantity() * l.holds().licences()).sum();
            case DEVICES ->
                    within.stream().mapToLong(l -> l.quantity() * l.holds().devices()).sum();
            case ORDERS -> within.stream().map(History.Line::order).distinct().count();
            case TITLES ->
                    within.stream().map(l -> l.offer().value().substring(0, 1)).distinct().count();
            default -> throw new IllegalStateException();
        };
    }

    private static Instant opening(Window window, List<History.Line> counted, Instant now) {
        ZonedDateTime local = now.atZone(LUXEMBOURG);
        return switch (window) {
            case Window.FiscalYear _ ->
                    LocalDate.of(local.getYear() - (local.getMonthValue() < 7 ? 1 : 0), 7, 1)
                            .atStartOfDay(LUXEMBOURG)
                            .toInstant();
            case Window.CalendarYear _ ->
                    LocalDate.of(local.getYear(), 1, 1).atStartOfDay(LUXEMBOURG).toInstant();
            case Window.Lifetime _ -> Instant.MIN;
            case Window.Rolling(var length) ->
                    local.minus(length.period()).toInstant().plusNanos(1);
            case Window.FromFirstOrder(var length) -> {
                var open = Instant.MAX;
                var ends = Instant.MIN;
                for (var line : counted) {
                    if (!line.placed().isBefore(ends)) {
                        open = line.placed();
                        ends = open.atZone(LUXEMBOURG).plus(length.period()).toInstant();
                    }
                }
                yield now.isBefore(ends) ? open : Instant.MAX;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void orders_placed_only_when_nothing_is_in_excess_never_pass_the_limit(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 150; i++) {
            var setting = Setting.of(random);
            var lines = new ArrayList<History.Line>();
            var now = LocalDate.of(2019, 1, 1).atStartOfDay(LUXEMBOURG).toInstant();
            for (var order = 0; order < 25; order++) {
                now = now.plusSeconds(random.nextInt(90 * 86_400));
                var basket = basket(setting, random);
                if (setting.excesses(lines, basket, now).isEmpty()) {
                    for (var asked : basket) {
                        lines.add(
                                History.Line.of(
                                        setting.pack(),
                                        asked.offer(),
                                        asked.quantity(),
                                        "order " + order,
                                        now,
                                        History.State.PLACED,
                                        List.of()));
                    }
                }
                assertThat(setting.used(lines, now)).isLessThanOrEqualTo(setting.limit());
            }
        }
    }

    private static List<Asked> basket(Setting setting, Random random) {
        var basket = new ArrayList<Asked>();
        for (var n = random.nextInt(4); n >= 0; n--) {
            basket.add(new Asked(setting.any(random), 1 + random.nextInt(6)));
        }
        return basket;
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void what_remains_for_a_line_fits_and_one_more_does_not(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 600; i++) {
            var setting = Setting.of(random);
            var now = Instant.parse("2022-09-12T08:00:00Z");
            var lines = new ArrayList<History.Line>();
            for (var n = random.nextInt(5); n > 0; n--) {
                lines.add(line(setting, random, "o" + n, now.minusSeconds(n * 86_400L)));
            }
            var basket = basket(setting, random);
            var first = setting.excesses(lines, basket, now).stream().findFirst();
            first.ifPresent(excess -> {
                var before = basket.subList(0, excess.line());
                var offer = basket.get(excess.line()).offer();
                assertThat(excess.remains()).isLessThan(basket.get(excess.line()).quantity());
                assertThat(setting.excesses(lines, with(before, offer, excess.remains()), now))
                        .isEmpty();
                assertThat(setting.excesses(lines, with(before, offer, excess.remains() + 1), now))
                        .isNotEmpty();
            });
        }
    }

    private static List<Asked> with(List<Asked> before, Offer offer, long quantity) {
        var basket = new ArrayList<>(before);
        basket.add(new Asked(offer, quantity));
        return basket;
    }
}
