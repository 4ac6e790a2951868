package org.passerelle.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.programme.PackFixture.fromFirstOrder;
import static org.passerelle.programme.PackFixture.offer;
import static org.passerelle.programme.PackFixture.programme;
import static org.passerelle.programme.PackFixture.rolling;

import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.Requirement;
import org.passerelle.pack.model.Allotment;
import org.passerelle.pack.model.Allotment.Count;
import org.passerelle.pack.model.Allotment.Window;
import org.passerelle.pack.model.Duration.Unit;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Programme;
import org.passerelle.packs.CommittedPack;
import org.passerelle.programme.AllotmentRules.Asked;
import org.passerelle.programme.PlainCount.Bought;
import org.passerelle.programme.PlainCount.Share;

/// An organisation took all it may have. Until the last moment of the window it gets nothing more,
/// from the first of the next it may have all again, and the page named that day from the start:
/// for any start of a fiscal year, in the zones of every office, over leap days and changes of the
/// clocks. The edge is looked for with [PlainCount], to the nanosecond.
@Requirement({"ORD-03", "ORD-05"})
class WindowEdgesTest {
    private static final Duration LONGEST = Duration.ofDays(3 * 366);
    private static final List<ZoneId> ZONES =
            Stream.of(
                            "Europe/Luxembourg",
                            "Europe/Bucharest",
                            "America/St_Johns",
                            "America/Halifax",
                            "America/Moncton",
                            "America/Toronto",
                            "America/Winnipeg",
                            "America/Regina",
                            "America/Edmonton",
                            "America/Vancouver",
                            "America/Whitehorse",
                            "America/Los_Angeles")
                    .map(ZoneId::of)
                    .toList();

    /// The same title once more is no title more, and a second request is a renewal.
    private static final Set<Count> ASKED_AGAIN_IS_FREE = Set.of(Count.TITLES, Count.INITIAL);

    private static final List<Window> WINDOWS =
            List.of(
                    new Window.FiscalYear(),
                    new Window.CalendarYear(),
                    rolling(1, Unit.YEARS),
                    rolling(2, Unit.YEARS),
                    rolling(1, Unit.MONTHS),
                    rolling(90, Unit.DAYS),
                    fromFirstOrder(1),
                    fromFirstOrder(2));

    /// All of one share, had in one order.
    private record Had(
            Pack pack,
            Programme programme,
            Programme.Version rules,
            Share share,
            Offer offer,
            long quantity,
            Instant placed) {

        PlainCount clerk(Instant now) {
            var line = new Bought("had", offer, quantity, placed, Optional.of(placed), true, true);
            return new PlainCount(pack, programme, rules, List.of(line), now);
        }

        boolean isAllTaken(Instant now) {
            return clerk(now).used(share).compareTo(share.limit()) >= 0;
        }

        History history() {
            var line =
                    History.Line.of(
                            pack,
                            offer,
                            quantity,
                            "had",
                            placed,
                            History.State.DELIVERED,
                            List.of());
            return new History(List.of(line.paidAt(Optional.of(placed))));
        }

        AllotmentState state(Instant now) {
            return AllotmentRules.states(pack, Optional.empty(), history(), now).stream()
                    .filter(state -> state.programme().equals(programme.id()))
                    .filter(state -> state.allotment().equals(share.allotment()))
                    .filter(state -> share.of().containsAll(state.of()))
                    .filter(state -> share.of().isEmpty() == state.of().isEmpty())
                    .findFirst()
                    .orElseThrow();
        }

        /// Whether one unit more of the same is too much for this share.
        boolean isTooMuch(Instant now) {
            var one = List.of(new Asked(offer, 1));
            return AllotmentRules.excesses(pack, Optional.empty(), history(), one, now).stream()
                    .anyMatch(each -> each.state().allotment().equals(share.allotment()));
        }

        @Override
        public String toString() {
            return "%d %s placed %s for %s, year %s, office %s"
                    .formatted(
                            quantity,
                            offer.id(),
                            placed,
                            share,
                            programme.fiscalYear(),
                            pack.office().zone());
        }

        /// The zone that the days of its window are counted in.
        ZoneId zone() {
            return share.allotment().window() instanceof Window.CalendarYear
                    ? pack.office().zone()
                    : programme
                            .fiscalYear()
                            .map(Programme.FiscalYear::zone)
                            .orElse(pack.office().zone());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_last_moment_of_a_window_belongs_to_it_and_the_next_one_does_not(long batch) {
        for (var seed = batch * 1_000; seed < batch * 1_000 + 500; seed++) {
            var random = new Random(seed);
            var pack = pack(random);
            var rules = pack.programmes().values().iterator().next();
            judge(had(pack, rules, moment(random, rules)).getFirst(), "seed " + seed);
        }
    }

    /// Every allotment of every pack that is here, on days that leap years and clocks make hard.
    @ParameterizedTest
    @ValueSource(strings = {"socialware-lu", "techsoup-ca", "socialware-be"})
    void so_it_is_for_all_that_offices_give(String name) {
        var pack = CommittedPack.of(name);
        var judged = 0;
        for (var programme : pack.programmes().values()) {
            for (var placed : hardMoments(pack.office().zone())) {
                for (var had : had(pack, programme, placed)) {
                    judge(had, name + " " + programme.id());
                    judged++;
                }
            }
        }
        assertThat(judged).isGreaterThan(20);
    }

    @Test
    void what_is_had_once_in_a_lifetime_is_never_let_go() {
        var rules =
                programme("p-donation")
                        .from("2015-01-01")
                        .allotments(PackFixture.allotment(Count.PRODUCTS, 1, PackFixture.LIFETIME))
                        .build();
        var pack = new PackFixture().with(rules).with(offer("a", "p-donation").build()).pack();
        var placed = Instant.parse("2020-02-29T11:00:00Z");
        var version = rules.versions().getFirst();
        var share = new PlainCount(pack, rules, version, List.of(), placed).shares().getFirst();
        var had = new Had(pack, rules, version, share, offer("a", "p-donation").build(), 1, placed);
        for (var years = 0; years < 100; years++) {
            var then = had.placed().plus(Duration.ofDays(366L * years));
            assertThat(had.isTooMuch(then)).isTrue();
            assertThat(had.state(then).resets()).isEmpty();
        }
    }

    private static void judge(Had had, String about) {
        var edge = edge(had);
        var last = edge.minusNanos(1);
        var says = had.state(had.placed());
        assertThat(says.left().isZero()).as("%s: %s", about, had).isTrue();
        assertThat(says.resets())
                .as("%s: %s, until %s", about, had, edge)
                .contains(LocalDate.ofInstant(edge, had.zone()));
        if (!(had.share().allotment().window() instanceof Window.Rolling)) {
            assertThat(says.until()).as("%s: %s", about, had).contains(edge);
        }
        assertThat(had.state(last).left().isZero()).as("%s: %s at %s", about, had, last).isTrue();
        assertThat(had.state(edge).used().isZero()).as("%s: %s at %s", about, had, edge).isTrue();
        if (!ASKED_AGAIN_IS_FREE.contains(had.share().allotment().count())) {
            assertThat(had.isTooMuch(last)).as("%s: %s at %s", about, had, last).isTrue();
        }
        assertThat(had.isTooMuch(edge)).as("%s: %s at %s", about, had, edge).isFalse();
    }

    /// The first moment at which a clerk gives the whole share again.
    private static Instant edge(Had had) {
        var taken = had.placed();
        var free = had.placed().plus(LONGEST);
        assertThat(had.isAllTaken(taken)).as("%s", had).isTrue();
        assertThat(had.isAllTaken(free)).as("%s", had).isFalse();
        while (Duration.between(taken, free).toNanos() > 1) {
            var middle = taken.plus(Duration.between(taken, free).dividedBy(2));
            if (had.isAllTaken(middle)) {
                taken = middle;
            } else {
                free = middle;
            }
        }
        return free;
    }

    /// Each share of the rules in force that can be taken whole by an offer on sale, and ends.
    private static List<Had> had(Pack pack, Programme programme, Instant placed) {
        var day = LocalDate.ofInstant(placed, pack.office().zone());
        var all = new ArrayList<Had>();
        for (var rules :
                Eligibility.versionFor(pack, programme, Optional.empty(), day).stream().toList()) {
            if (!rules.from().equals(programme.versions().getLast().from())
                    || rules.until().isPresent()) {
                continue; // other rules may hold at the edge
            }
            for (var share : new PlainCount(pack, programme, rules, List.of(), placed).shares()) {
                pack.offersOf(programme.id()).stream()
                        .filter(offer -> offer.isOnSale(day) && offer.isOnSale(day.plusYears(3)))
                        .filter(offer -> share.of().isEmpty() || share.of().contains(offer.id()))
                        .map(offer -> had(pack, programme, rules, share, offer, placed))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<Had> had(
            Pack pack,
            Programme programme,
            Programme.Version rules,
            Share share,
            Offer offer,
            Instant placed) {
        Allotment allotment = share.allotment();
        var one = new Had(pack, programme, rules, share, offer, 1, placed);
        var each = one.clerk(placed).used(share);
        if (allotment.window() instanceof Window.Lifetime
                || each.signum() == 0
                || each.compareTo(share.limit()) > 0) {
            return Optional.empty();
        }
        var quantity = share.limit().divide(each, 0, RoundingMode.FLOOR);
        var all = new Had(pack, programme, rules, share, offer, quantity.longValueExact(), placed);
        return all.isAllTaken(placed) ? Optional.of(all) : Optional.empty();
    }

    /// Rules with one allotment, in a year of any start.
    private static Pack pack(Random random) {
        var starts = MonthDay.from(LocalDate.of(2024, 1, 1).plusDays(random.nextInt(366)));
        var rules =
                programme("p-donation")
                        .from("2015-01-01")
                        .allotments(
                                PackFixture.allotment(
                                        random.nextBoolean() ? Count.PRODUCTS : Count.LICENCES,
                                        2L * (1 + random.nextInt(9)),
                                        WINDOWS.get(random.nextInt(WINDOWS.size()))));
        if (random.nextInt(5) == 0) {
            rules.noFiscalYear();
        } else {
            rules.fiscalYear(starts.toString().substring(2), zone(random));
        }
        return new PackFixture()
                .zone(zone(random))
                .with((random.nextInt(3) == 0 ? rules.countedWhenPaid() : rules).build())
                .with(offer("a", "p-donation").holds(2, 1).build())
                .pack();
    }

    private static ZoneId zone(Random random) {
        return ZONES.get(random.nextInt(ZONES.size()));
    }

    /// Any moment, and often the first or the last of a year, of a leap day, or around a change of
    /// the clocks.
    private static Instant moment(Random random, Programme programme) {
        var zone = programme.fiscalYear().map(Programme.FiscalYear::zone).orElse(zone(random));
        var starts =
                programme.fiscalYear().map(Programme.FiscalYear::starts).orElse(MonthDay.of(1, 1));
        var year = 2017 + random.nextInt(12);
        var any = LocalDate.of(year, 1, 1).plusDays(random.nextInt(366));
        var hard = hardMoments(zone);
        var nudge = random.nextInt(3) - 1;
        return switch (random.nextInt(4)) {
            case 0 -> starts.atYear(year).atStartOfDay(zone).toInstant().plusNanos(nudge);
            case 1 ->
                    any.atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400)))
                            .atZone(zone)
                            .toInstant();
            default -> hard.get(random.nextInt(hard.size())).plusNanos(nudge * 1_000L);
        };
    }

    private static List<Instant> hardMoments(ZoneId zone) {
        var moments = new ArrayList<Instant>();
        for (var year : List.of(2023, 2024, 2025)) {
            for (var day :
                    List.of(
                            LocalDate.of(year, 1, 1),
                            LocalDate.of(year, 2, 28),
                            LocalDate.of(year, 2, 28).plusDays(1),
                            LocalDate.of(year, 7, 1),
                            LocalDate.of(year, 12, 31))) {
                moments.add(day.atStartOfDay(zone).toInstant());
                moments.add(day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1_000));
            }
            var turn = zone.getRules().nextTransition(moments.getLast());
            if (turn != null) {
                moments.add(turn.getInstant());
                moments.add(turn.getInstant().minusNanos(1_000));
                moments.add(turn.getInstant().plus(Duration.ofMinutes(90)));
            }
        }
        return moments;
    }
}
