package org.passerelle.programme.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.passerelle.pack.model.Allotment.Window;
import org.passerelle.pack.model.Programme;

/// The windows in which allotments are counted (ORD-03): which one a moment lies in, and which one
/// came before. All are half-open.
///
/// Days begin in the programme's zone, where its fiscal year names one, else in the office's; a
/// calendar year is the office's.
public final class Windows {
    private static final MonthDay NEW_YEAR = MonthDay.of(1, 1);

    private final MonthDay yearStarts;
    private final ZoneId zone;
    private final ZoneId officeZone;

    public Windows(Programme programme, ZoneId officeZone) {
        this.yearStarts = programme.fiscalYear().map(Programme.FiscalYear::starts).orElse(NEW_YEAR);
        this.zone = programme.fiscalYear().map(Programme.FiscalYear::zone).orElse(officeZone);
        this.officeZone = officeZone;
    }

    /// The window that `at` lies in. `counted` are the moments of what is counted: a window from
    /// the first order opens at one of them, so it is empty where none is open.
    public Optional<Span> around(Window window, Instant at, Collection<Instant> counted) {
        return switch (window) {
            case Window.FiscalYear _ -> Optional.of(year(at, yearStarts, zone));
            case Window.CalendarYear _ -> Optional.of(year(at, NEW_YEAR, officeZone));
            case Window.FromFirstOrder(var length) ->
                    chain(length.period(), counted).stream()
                            .filter(span -> span.end().map(at::isBefore).orElse(true))
                            .findFirst();
            case Window.Rolling(var length) ->
                    Optional.of(
                            new Span(Optional.of(after(at, length.period())), Optional.empty()));
            case Window.Lifetime _ -> Optional.of(Span.ALWAYS);
        };
    }

    /// The window before the one that `at` lies in; empty where there was none.
    public Optional<Span> before(Window window, Instant at, Collection<Instant> counted) {
        return switch (window) {
            case Window.FiscalYear _ -> Optional.of(yearBefore(at, yearStarts, zone));
            case Window.CalendarYear _ -> Optional.of(yearBefore(at, NEW_YEAR, officeZone));
            case Window.FromFirstOrder(var length) ->
                    chain(length.period(), counted).stream()
                            .filter(span -> span.end().map(end -> !at.isBefore(end)).orElse(false))
                            .reduce((_, later) -> later);
            case Window.Rolling(var length) -> {
                var start = after(at, length.period());
                yield Optional.of(Span.of(after(start.minusNanos(1), length.period()), start));
            }
            case Window.Lifetime _ -> Optional.empty();
        };
    }

    /// The day on which what is counted now is let go, in the window's own zone: the end of the
    /// window, or for a sliding one the day the earliest counted moment leaves it. Empty for ever,
    /// and where nothing is counted yet.
    public Optional<LocalDate> resets(Window window, Optional<Span> open, List<Instant> counted) {
        return switch (window) {
            case Window.FiscalYear _, Window.FromFirstOrder _ ->
                    open.flatMap(Span::end).map(end -> end.atZone(zone).toLocalDate());
            case Window.CalendarYear _ ->
                    open.flatMap(Span::end).map(end -> end.atZone(officeZone).toLocalDate());
            case Window.Rolling(var length) ->
                    counted.stream()
                            .min(Instant::compareTo)
                            .map(first -> leaves(first, length.period()));
            case Window.Lifetime _ -> Optional.empty();
        };
    }

    private static Span year(Instant at, MonthDay starts, ZoneId zone) {
        var year = at.atZone(zone).getYear();
        if (at.isBefore(start(year, starts, zone))) {
            year--;
        }
        return Span.of(start(year, starts, zone), start(year + 1, starts, zone));
    }

    private static Span yearBefore(Instant at, MonthDay starts, ZoneId zone) {
        var start = year(at, starts, zone).start().orElseThrow();
        return year(start.minusNanos(1), starts, zone);
    }

    private static Instant start(int year, MonthDay starts, ZoneId zone) {
        return starts.atYear(year).atStartOfDay(zone).toInstant();
    }

    /// The windows that the counted moments open one after the other.
    private List<Span> chain(Period length, Collection<Instant> counted) {
        var windows = new ArrayList<Span>();
        for (var moment : new TreeSet<>(counted)) {
            if (windows.isEmpty() || !windows.getLast().contains(moment)) {
                windows.add(Span.of(moment, moment.atZone(zone).plus(length).toInstant()));
            }
        }
        return windows;
    }

    /// The first moment that is within the last `length` before `at`: what is exactly that old has
    /// left. What has left stays away: where a month is longer than the one before, or the clocks
    /// go back, the same days and hours are not gone through a second time.
    private Instant after(Instant at, Period length) {
        var day = at.atZone(zone).toLocalDate();
        var first = day.minus(length);
        return first.plus(length).equals(day)
                ? firstAfter(onTheClock(at).minus(length))
                : first.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /// The latest that the clocks have shown by then.
    private LocalDateTime onTheClock(Instant at) {
        var shown = at.atZone(zone);
        var turn = zone.getRules().getTransition(shown.toLocalDateTime());
        return turn != null && turn.isOverlap() && shown.getOffset().equals(turn.getOffsetAfter())
                ? turn.getDateTimeBefore()
                : shown.toLocalDateTime();
    }

    /// Of a time that the clocks leap over, the moment they leap.
    private Instant firstAfter(LocalDateTime time) {
        var turn = zone.getRules().getTransition(time);
        return turn != null && turn.isGap()
                ? turn.getInstant()
                : time.atZone(zone).toInstant().plusNanos(1);
    }

    /// `minus` and `plus` of months are not inverse at months' ends, so the day is looked for.
    private LocalDate leaves(Instant moment, Period length) {
        ZonedDateTime candidate = moment.atZone(zone).plus(length);
        while (!moment.isBefore(after(candidate.toInstant(), length))) {
            candidate = candidate.toLocalDate().plusDays(1).atStartOfDay(zone);
        }
        return candidate.toLocalDate();
    }
}
