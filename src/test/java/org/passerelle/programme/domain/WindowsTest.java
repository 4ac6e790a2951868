package org.passerelle.programme.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.programme.PackFixture.FISCAL_YEAR;
import static org.passerelle.programme.PackFixture.LIFETIME;
import static org.passerelle.programme.PackFixture.LUXEMBOURG;
import static org.passerelle.programme.PackFixture.fromFirstOrder;
import static org.passerelle.programme.PackFixture.programme;
import static org.passerelle.programme.PackFixture.rolling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.pack.model.Allotment.Window;
import org.passerelle.pack.model.Duration.Unit;

@Requirement("ORD-03")
class WindowsTest {
    private static final Windows WINDOWS =
            new Windows(programme("adobe-donation").build(), LUXEMBOURG);

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    private static Span fiscalYear(String moment) {
        return WINDOWS.around(FISCAL_YEAR, at(moment), List.of()).orElseThrow();
    }

    @Test
    void a_fiscal_year_begins_at_midnight_in_its_own_zone_and_is_half_open() {
        var first = Span.of(at("2021-07-01T07:00:00Z"), at("2022-07-01T07:00:00Z"));
        assertThat(fiscalYear("2022-07-01T06:59:59.999Z")).isEqualTo(first);
        assertThat(fiscalYear("2022-07-01T07:00:00Z"))
                .isEqualTo(Span.of(at("2022-07-01T07:00:00Z"), at("2023-07-01T07:00:00Z")));
        assertThat(first.contains(at("2022-07-01T06:59:59.999Z"))).isTrue();
        assertThat(first.contains(at("2022-07-01T07:00:00Z"))).isFalse();
    }

    @Test
    void the_window_resets_on_the_date_its_end_has_in_its_zone() {
        var open = Optional.of(fiscalYear("2022-09-12T08:00:00Z"));
        assertThat(WINDOWS.resets(FISCAL_YEAR, open, List.of())).contains(LocalDate.of(2023, 7, 1));
    }

    @Test
    void a_calendar_year_is_the_office_s_even_across_the_ocean() {
        var year = new Window.CalendarYear();
        assertThat(WINDOWS.around(year, at("2022-12-31T22:59:59Z"), List.of()))
                .contains(Span.of(at("2021-12-31T23:00:00Z"), at("2022-12-31T23:00:00Z")));
        assertThat(WINDOWS.around(year, at("2022-12-31T23:00:00Z"), List.of()))
                .contains(Span.of(at("2022-12-31T23:00:00Z"), at("2023-12-31T23:00:00Z")));
    }

    @Test
    void a_year_starts_at_the_first_moment_of_its_day_where_the_clocks_jump_over_midnight() {
        var cairo = ZoneId.of("Africa/Cairo");
        var windows =
                new Windows(programme("x-donation").fiscalYear("04-28", cairo).build(), LUXEMBOURG);
        var start =
                windows.around(FISCAL_YEAR, at("2023-06-01T00:00:00Z"), List.of())
                        .flatMap(Span::start)
                        .orElseThrow();
        assertThat(start).isEqualTo(LocalDate.of(2023, 4, 28).atStartOfDay(cairo).toInstant());
        assertThat(start.atZone(cairo).getHour()).isEqualTo(1);
    }

    @Test
    void a_year_that_starts_on_a_leap_day_starts_on_the_28th_in_other_years() {
        var windows =
                new Windows(
                        programme("x-donation").fiscalYear("02-29", ZoneOffset.UTC).build(),
                        LUXEMBOURG);
        assertThat(windows.around(FISCAL_YEAR, at("2024-02-28T12:00:00Z"), List.of()))
                .contains(Span.of(at("2023-02-28T00:00:00Z"), at("2024-02-29T00:00:00Z")));
        assertThat(windows.around(FISCAL_YEAR, at("2025-02-28T00:00:00Z"), List.of()))
                .contains(Span.of(at("2025-02-28T00:00:00Z"), at("2026-02-28T00:00:00Z")));
    }

    @Test
    void a_window_from_the_first_order_ends_two_years_later_and_the_next_order_opens_another() {
        var window = fromFirstOrder(2);
        var orders =
                List.of(
                        at("2020-03-18T10:00:00Z"),
                        at("2021-05-01T10:00:00Z"),
                        at("2022-03-18T09:00:00Z"),
                        at("2022-09-01T10:00:00Z"));
        // in Los Angeles the clocks had changed between the two Marches, but on the same days
        var first = Span.of(at("2020-03-18T10:00:00Z"), at("2022-03-18T10:00:00Z"));
        assertThat(WINDOWS.around(window, at("2022-03-18T09:59:59Z"), orders)).contains(first);
        assertThat(WINDOWS.around(window, at("2022-09-01T10:00:00Z"), orders))
                .contains(Span.of(at("2022-09-01T10:00:00Z"), at("2024-09-01T10:00:00Z")));
        assertThat(WINDOWS.before(window, at("2022-09-01T10:00:00Z"), orders)).contains(first);
        assertThat(WINDOWS.around(window, at("2024-09-01T10:00:00Z"), orders)).isEmpty();
        assertThat(WINDOWS.around(window, at("2024-09-01T10:00:00Z"), List.of())).isEmpty();
    }

    @Test
    void a_window_of_local_days_keeps_its_hour_when_the_clocks_change() {
        var luxembourg = new Windows(programme("x-donation").noFiscalYear().build(), LUXEMBOURG);
        var window =
                new Window.FromFirstOrder(new org.passerelle.pack.model.Duration(1, Unit.DAYS));
        var open =
                luxembourg.around(
                        window, at("2022-03-26T12:00:00Z"), List.of(at("2022-03-26T11:00:00Z")));
        assertThat(open).contains(Span.of(at("2022-03-26T11:00:00Z"), at("2022-03-27T10:00:00Z")));
    }

    @Test
    void a_sliding_window_lets_go_of_what_is_exactly_that_old() {
        var window = rolling(1, Unit.YEARS);
        var now = at("2022-09-12T08:00:00Z");
        var open = WINDOWS.around(window, now, List.of()).orElseThrow();
        assertThat(open.contains(at("2021-09-12T08:00:00Z"))).isFalse();
        assertThat(open.contains(at("2021-09-12T08:00:00.000000001Z"))).isTrue();
        assertThat(open.contains(now)).isTrue();
        var before = WINDOWS.before(window, now, List.of()).orElseThrow();
        assertThat(before.contains(at("2021-09-12T08:00:00Z"))).isTrue();
        assertThat(before.contains(at("2020-09-12T08:00:00Z"))).isFalse();
    }

    @Test
    void a_sliding_window_resets_the_day_its_earliest_leaves_even_at_a_month_s_end() {
        var window = rolling(1, Unit.MONTHS);
        var end = at("2022-01-31T20:00:00Z");
        var resets =
                WINDOWS.resets(window, Optional.empty(), List.of(at("2022-02-05T20:00:00Z"), end));
        assertThat(resets).contains(LocalDate.of(2022, 3, 1));
        var thatDay = WINDOWS.around(window, at("2022-03-01T08:00:00Z"), List.of()).orElseThrow();
        assertThat(thatDay.contains(end)).isFalse();
        var dayBefore = WINDOWS.around(window, at("2022-03-01T07:59:59Z"), List.of()).orElseThrow();
        assertThat(dayBefore.contains(end)).isTrue();
    }

    /// A year before 29 February is 28 February, as it is a year before the day before.
    @Test
    void what_a_sliding_window_let_go_does_not_come_back_on_a_leap_day() {
        var year = rolling(1, Unit.YEARS);
        var ordered = at("2023-02-28T20:00:00Z");
        assertThat(holds(year, "2024-02-28T19:59:59Z", ordered)).isTrue();
        assertThat(holds(year, "2024-02-28T20:00:00Z", ordered)).isFalse();
        assertThat(holds(year, "2024-02-29T08:00:00Z", ordered)).isFalse();
        assertThat(holds(year, "2024-02-29T21:00:00Z", ordered)).isFalse();
        assertThat(holds(rolling(1, Unit.MONTHS), "2023-03-31T08:00:00Z", ordered)).isFalse();
    }

    @Test
    void what_a_sliding_window_let_go_does_not_come_back_when_the_clocks_go_back() {
        var year = rolling(1, Unit.YEARS);
        var ordered = at("2021-11-06T08:30:00Z"); // half past one in Los Angeles
        assertThat(holds(year, "2022-11-06T08:29:59Z", ordered)).isTrue();
        assertThat(holds(year, "2022-11-06T08:30:00Z", ordered)).isFalse();
        assertThat(holds(year, "2022-11-06T09:00:00Z", ordered)).isFalse(); // one again
    }

    private static boolean holds(Window window, String now, Instant moment) {
        return WINDOWS.around(window, at(now), List.of()).orElseThrow().contains(moment);
    }

    @Test
    void a_lifetime_has_no_edges_and_nothing_before_it() {
        assertThat(WINDOWS.around(LIFETIME, Instant.EPOCH, List.of())).contains(Span.ALWAYS);
        assertThat(WINDOWS.before(LIFETIME, Instant.EPOCH, List.of())).isEmpty();
        assertThat(WINDOWS.resets(LIFETIME, Optional.of(Span.ALWAYS), List.of())).isEmpty();
    }

    /// Any start of year, any zone, any moment: the years tile the time line.
    @Test
    void fiscal_years_tile_time_without_gap_or_overlap() {
        var random = new Random(20220701);
        var zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        for (var i = 0; i < 4_000; i++) {
            var zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            var day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(366));
            var starts = MonthDay.from(day);
            var windows =
                    new Windows(
                            programme("x-donation")
                                    .fiscalYear(starts.toString().substring(2), zone)
                                    .build(),
                            LUXEMBOURG);
            var moment =
                    random.nextBoolean()
                            ? Instant.ofEpochSecond(random.nextLong(0, 3_000_000_000L))
                            : starts.atYear(1970 + random.nextInt(80))
                                    .atStartOfDay(zone)
                                    .toInstant()
                                    .plusNanos(random.nextInt(3) - 1);
            var open = windows.around(FISCAL_YEAR, moment, List.of()).orElseThrow();
            var start = open.start().orElseThrow();
            var end = open.end().orElseThrow();

            assertThat(open.contains(moment)).isTrue();
            assertThat(windows.around(FISCAL_YEAR, end, List.of()).flatMap(Span::start))
                    .contains(end);
            assertThat(windows.before(FISCAL_YEAR, moment, List.of()).flatMap(Span::end))
                    .contains(start);
            assertThat(Duration.between(start, end).toHours()).isBetween(364 * 24L, 368 * 24L);
            assertThat(start.atZone(zone).toLocalDate())
                    .isEqualTo(starts.atYear(start.atZone(zone).getYear()));
        }
    }

    /// The windows that orders open do not overlap, and every order lies in exactly one of them.
    @Test
    void every_order_lies_in_one_window_from_the_first_order() {
        var random = new Random(2);
        for (var i = 0; i < 2_000; i++) {
            var orders = new ArrayList<Instant>();
            for (var n = random.nextInt(12); n >= 0; n--) {
                orders.add(
                        LocalDate.of(2016, 1, 1)
                                .plusDays(random.nextInt(3_000))
                                .atStartOfDay(LUXEMBOURG)
                                .toInstant());
            }
            for (var order : orders) {
                var open = WINDOWS.around(fromFirstOrder(2), order, orders).orElseThrow();
                assertThat(open.contains(order)).isTrue();
                assertThat(orders).contains(open.start().orElseThrow());
                var before = WINDOWS.before(fromFirstOrder(2), order, orders);
                before.ifPresent(span ->
                        assertThat(span.end().orElseThrow())
                                .isBeforeOrEqualTo(open.start().orElseThrow()));
            }
        }
    }
}
