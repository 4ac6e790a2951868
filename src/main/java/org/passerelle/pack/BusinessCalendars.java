package org.passerelle.pack;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.kernel.BusinessCalendar;
import org.passerelle.pack.model.Office;

/// Business calendars of offices: public holidays by country or region, such as `LU` or `CA-ON`,
/// and the office's closures.
public final class BusinessCalendars {
    private static final Map<String, Set<LocalDate>> KNOWN = new ConcurrentHashMap<>();

    private BusinessCalendars() {}

    /// The calendar of an office: of what it does itself (VER-02).
    public static BusinessCalendar of(Office office) {
        return of(office, Optional.empty());
    }

    /// The calendar of what an office sends to a region, such as `CA-QC`: the region's public
    /// holidays are skipped, too (ORD-06). A region that the office does not know changes nothing.
    public static BusinessCalendar of(Office office, Optional<String> region) {
        var places =
                Stream.concat(
                                office.calendar().holidays().stream(),
                                region.flatMap(office::region).stream()
                                        .flatMap(known -> known.holidays().stream()))
                        .distinct()
                        .toList();
        var closures =
                office.calendar().closures().stream()
                        .map(c -> new BusinessCalendar.Closure(c.first(), c.last()))
                        .toList();
        return new BusinessCalendar(office.zone(), year -> holidays(places, year), closures);
    }

    /// Whether the public holidays of a country or region are known here.
    public static boolean knows(String place) {
        var parts = place.toLowerCase(Locale.ROOT).split("-", 2);
        if (!countries().contains(parts[0])) {
            return false;
        }
        return parts.length == 1
                || manager(parts[0]).getCalendarHierarchy().getChildren().containsKey(parts[1]);
    }

    /// Countries whose public holidays are known, ISO 3166 alpha-2 in capitals.
    public static Set<String> knownCountries() {
        return countries().stream()
                .map(code -> code.toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> countries() {
        return HolidayManager.getSupportedCalendarCodes().stream()
                .filter(code -> code.length() == 2)
                .map(code -> code.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<LocalDate> holidays(List<String> places, int year) {
        if (places.size() == 1) {
            return holidays(places.getFirst(), year);
        }
        var all = new HashSet<LocalDate>();
        for (var place : places) {
            all.addAll(holidays(place, year));
        }
        return all;
    }

    /// The public holidays of a country or region in a year.
    public static Set<LocalDate> holidays(String place, int year) {
        return KNOWN.computeIfAbsent(place + " " + year, _ -> read(place, year));
    }

    private static Set<LocalDate> read(String place, int year) {
        var parts = place.toLowerCase(Locale.ROOT).split("-", 2);
        var regions = parts.length == 1 ? new String[0] : new String[] {parts[1]};
        return manager(parts[0])
                .getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, regions)
                .stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country));
    }
}
