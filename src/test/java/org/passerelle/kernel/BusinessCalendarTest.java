package org.passerelle.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.kernel.BusinessCalendar.Closure;
import org.quicktheories.core.Gen;

@Requirement("VER-02")
class BusinessCalendarTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Luxembourg");
    private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);

    private static final BusinessCalendar PLAIN =
            new BusinessCalendar(ZONE, _ -> Set.of(), List.of());

    // --- properties, for any holidays and closures of 2022 to 2024 ---

    private static final Gen<BusinessCalendar> CALENDARS =
            lists().of(integers().between(0, 1095))
                    .ofSizeBetween(0, 60)
                    .zip(
                            lists().of(integers().between(0, 1095)).ofSizeBetween(0, 5),
                            (holidays, closures) -> {
                                var days = new HashSet<LocalDate>();
                                holidays.forEach(day -> days.add(FIRST.plusDays(day)));
                                return new BusinessCalendar(
                                        ZONE,
                                        _ -> days,
                                        closures.stream()
                                                .map(FIRST::plusDays)
                                                .map(d -> new Closure(d, d.plusDays(9)))
                                                .toList());
                            })
                    .describedAs(c -> c.closures() + " " + c.holidaysOfYear().apply(2022));

    private static final Gen<Instant> INSTANTS =
            longs().between(0, 1000L * 24 * 60)
                    .map(minutes -> FIRST.atStartOfDay(ZONE).toInstant().plusSeconds(minutes * 60));

    @Test
    void a_promise_is_never_due_on_a_day_the_office_does_not_work() {
        qt().forAll(CALENDARS, INSTANTS, integers().between(0, 40))
                .check((c, from, days) -> c.isBusinessDay(c.dueAfter(from, days).day()));
    }

    @Test
    void a_promise_never_ends_before_it_begins_and_ends_at_midnight_of_its_day() {
        qt().forAll(CALENDARS, INSTANTS, integers().between(0, 40))
                .check((c, from, days) -> {
                    var due = c.dueAfter(from, days);
                    return due.end().isAfter(from)
                            && due.end()
                                    .equals(due.day().plusDays(1).atStartOfDay(ZONE).toInstant());
                });
    }

    @Test
    void who_is_complete_earlier_is_never_due_later() {
        qt().forAll(CALENDARS, INSTANTS, INSTANTS, integers().between(0, 40))
                .check((c, a, b, days) -> {
                    var first = a.isBefore(b) ? a : b;
                    var second = a.isBefore(b) ? b : a;
                    return !c.dueAfter(first, days).day().isAfter(c.dueAfter(second, days).day());
                });
    }

    @Test
    void adding_days_and_then_more_is_adding_their_sum() {
        qt().forAll(
                        CALENDARS,
                        integers().between(0, 1000),
                        integers().between(0, 30),
                        integers().between(0, 30))
                .check((c, day, a, b) -> {
                    var from = FIRST.plusDays(day);
                    return c.plusBusinessDays(c.plusBusinessDays(from, a), b)
                            .equals(c.plusBusinessDays(from, a + b));
                });
    }

    @Test
    void business_time_adds_up_over_any_instant_between() {
        qt().forAll(CALENDARS, INSTANTS, INSTANTS, INSTANTS)
                .check((c, x, y, z) -> {
                    var i = java.util.stream.Stream.of(x, y, z).sorted().toList();
                    return c.businessTimeBetween(i.get(0), i.get(1))
                            .plus(c.businessTimeBetween(i.get(1), i.get(2)))
                            .equals(c.businessTimeBetween(i.get(0), i.get(2)));
                });
    }

    @Test
    void a_promise_whose_clock_never_stops_is_due_as_if_it_had_none() {
        qt().forAll(CALENDARS, INSTANTS, integers().between(0, 20))
                .check((c, from, days) ->
                        PromisedTime.of(days)
                                .started(from)
                                .due(c)
                                .equals(Optional.of(c.dueAfter(from, days))));
    }

    @Test
    void a_stopped_clock_never_brings_a_promise_forward() {
        qt().forAll(CALENDARS, INSTANTS, longs().between(0, 90000), longs().between(0, 90000))
                .check((c, from, ranMinutes, stoodMinutes) -> {
                    var stop = from.plus(Duration.ofMinutes(ranMinutes));
                    var again = stop.plus(Duration.ofMinutes(stoodMinutes));
                    var undisturbed = PromisedTime.of(5).started(from);
                    var disturbed = undisturbed.stopped(stop, c).started(again);
                    return disturbed
                                    .due(c)
                                    .orElseThrow()
                                    .day()
                                    .compareTo(undisturbed.due(c).orElseThrow().day())
                            >= 0;
                });
    }

    // --- examples ---

    @Test
    void the_clock_stands_still_while_something_is_asked_for() {
        var asked = at(2022, 6, 9, 15); // Thursday; the first business day is under way
        var promise = PromisedTime.of(2).started(at(2022, 6, 8, 10)).stopped(asked, PLAIN);
        assertThat(promise).isEqualTo(new PromisedTime(2, 0, Optional.empty()));
        assertThat(promise.due(PLAIN)).isEmpty();

        var answered = promise.started(at(2022, 6, 13, 9)); // Monday
        assertThat(answered.due(PLAIN).orElseThrow().day()).isEqualTo("2022-06-15");
    }

    @Test
    void business_days_that_passed_before_the_question_stay_counted() {
        var promise =
                PromisedTime.of(5)
                        .started(at(2022, 6, 6, 10)) // Monday
                        .stopped(at(2022, 6, 9, 10), PLAIN) // Tuesday and Wednesday are over
                        .started(at(2022, 6, 20, 9)); // Monday
        assertThat(promise.counted()).isEqualTo(2);
        assertThat(promise.due(PLAIN).orElseThrow().day()).isEqualTo("2022-06-23");
    }

    @Test
    void starting_twice_or_stopping_twice_changes_nothing() {
        var running = PromisedTime.of(2).started(at(2022, 6, 6, 10));
        assertThat(running.started(at(2022, 6, 8, 10))).isEqualTo(running);

        var stopped = running.stopped(at(2022, 6, 8, 10), PLAIN);
        assertThat(stopped.stopped(at(2022, 6, 14, 10), PLAIN)).isEqualTo(stopped);
    }

    @Test
    void a_weekend_holds_no_business_time() {
        assertThat(PLAIN.businessTimeBetween(at(2022, 6, 10, 18), at(2022, 6, 13, 6)))
                .isEqualTo(Duration.ofHours(12));
    }

    @Test
    void no_time_passes_backward() {
        assertThat(PLAIN.businessTimeBetween(at(2022, 6, 13, 6), at(2022, 6, 10, 18)))
                .isEqualTo(Duration.ZERO);
    }

    private static Instant at(int year, int month, int day, int hour) {
        return ZonedDateTime.of(year, month, day, hour, 0, 0, 0, ZONE).toInstant();
    }
}
