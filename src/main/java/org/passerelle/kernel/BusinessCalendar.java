package org.passerelle.kernel;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/// The days on which an office works: not at weekends, on public holidays, or while it is closed
/// (VER-02).
///
/// `holidaysOfYear` answers the public holidays of a year; it may be asked often and should
/// remember. Two calendars are alike when they were given the same parts.
public record BusinessCalendar(
        ZoneId zone, IntFunction<Set<LocalDate>> holidaysOfYear, List<Closure> closures) {

    /// Longest closure searched for an end before the calendar is taken to have none.
    private static final int MOST_DAYS_WITHOUT_BUSINESS = 3660;

    /// From the first to the last day, inclusive.
    public record Closure(LocalDate first, LocalDate last) {
        public Closure {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("A closure ends before it begins: " + first);
            }
        }

        public boolean covers(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /// A promise to be kept by the end of `day`: before `end`, the first instant of the day after.
    public record Due(LocalDate day, Instant end) {}

    public BusinessCalendar {
        closures = List.copyOf(closures);
    }

    public boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && closures.stream().noneMatch(closure -> closure.covers(day))
                && !holidaysOfYear.apply(day.getYear()).contains(day);
    }

    /// The `businessDays`-th business day after `day`; `day` itself for none.
    ///
    /// @throws IllegalArgumentException for a negative number
    public LocalDate plusBusinessDays(LocalDate day, int businessDays) {
        if (businessDays < 0) {
            throw new IllegalArgumentException("Business days count forward: " + businessDays);
        }
        var reached = day;
        for (var left = businessDays; left > 0; left--) {
            reached = firstBusinessDayFrom(reached.plusDays(1));
        }
        return reached;
    }

    /// When a promise of so many business days falls due: the day on which all was there does not
    /// count. A promise of none is due on that day, or on the next business day.
    public Due dueAfter(Instant complete, int businessDays) {
        var day = plusBusinessDays(dayOf(complete), businessDays);
        return dueBy(firstBusinessDayFrom(day));
    }

    /// The end of a day in the office's zone, as a promise.
    public Due dueBy(LocalDate day) {
        return new Due(day, startOf(day.plusDays(1)));
    }

    /// How many business days lie wholly between two instants. The day of the first does not count,
    /// not even from midnight on, as it does not for [#dueAfter].
    public int wholeBusinessDaysBetween(Instant from, Instant to) {
        var days = 0;
        for (var day = dayOf(from).plusDays(1);
                !startOf(day.plusDays(1)).isAfter(to);
                day = day.plusDays(1)) {
            if (isBusinessDay(day)) {
                days++;
            }
        }
        return days;
    }

    /// The part of the time between two instants that lies on business days, midnight to midnight
    /// in the office's zone; zero when `to` is not after `from`.
    public Duration businessTimeBetween(Instant from, Instant to) {
        var time = Duration.ZERO;
        for (var day = dayOf(from); startOf(day).isBefore(to); day = day.plusDays(1)) {
            if (isBusinessDay(day)) {
                var begin = later(startOf(day), from);
                var end = earlier(startOf(day.plusDays(1)), to);
                time = time.plus(Duration.between(begin, end));
            }
        }
        return time.isNegative() ? Duration.ZERO : time;
    }

    /// The day of an instant in the office's zone.
    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private LocalDate firstBusinessDayFrom(LocalDate day) {
        var candidate = day;
        for (var tried = 0; tried < MOST_DAYS_WITHOUT_BUSINESS; tried++) {
            if (isBusinessDay(candidate)) {
                return candidate;
            }
            candidate = candidate.plusDays(1);
        }
        throw new IllegalStateException("The office has no business day in ten years from " + day);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
