package org.passerelle.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.Requirement;
import org.passerelle.kernel.BusinessCalendar;
import org.passerelle.kernel.BusinessCalendar.Due;
import org.passerelle.kernel.Localised;
import org.passerelle.pack.model.Office;

@Requirement("VER-02")
class BusinessCalendarsTest {
    private static final ZoneId LUXEMBOURG = ZoneId.of("Europe/Luxembourg");

    @Test
    void two_business_days_from_the_eve_of_ascension_end_after_the_bridge_and_the_weekend() {
        var calendar =
                calendar(
                        List.of("LU"),
                        new Office.Closure(
                                LocalDate.of(2022, 5, 27),
                                LocalDate.of(2022, 5, 27),
                                LocalDate.of(2022, 5, 13),
                                Localised.same("Pont de l'Ascension")));
        var complete = ZonedDateTime.of(2022, 5, 25, 14, 30, 0, 0, LUXEMBOURG).toInstant();

        assertThat(calendar.dueAfter(complete, 2))
                .isEqualTo(
                        new Due(
                                LocalDate.of(2022, 5, 31),
                                LocalDate.of(2022, 6, 1).atStartOfDay(LUXEMBOURG).toInstant()));
    }

    // The dates are those of the two countries' laws on public holidays, reckoned by hand.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LU|2022|01-01 04-18 05-01 05-09 05-26 06-06 06-23 08-15 11-01 12-25 12-26",
                "LU|2026|01-01 04-06 05-01 05-09 05-14 05-25 06-23 08-15 11-01 12-25 12-26",
                "BE|2022|01-01 04-18 05-01 05-26 06-06 07-21 08-15 11-01 11-11 12-25",
                "BE|2026|01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25",
            })
    void every_day_of_a_year_is_a_business_day_but_weekends_and_public_holidays(
            String country, int year, String holidays) {
        var calendar = calendar(List.of(country));
        var days =
                Arrays.stream(holidays.split(" "))
                        .map(day -> LocalDate.parse(year + "-" + day))
                        .toList();

        for (var day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            var weekend =
                    day.getDayOfWeek() == DayOfWeek.SATURDAY
                            || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            assertThat(calendar.isBusinessDay(day))
                    .as(country + " " + day)
                    .isEqualTo(!weekend && !days.contains(day));
        }
    }

    @Test
    void a_region_has_its_own_holidays_besides_its_countrys() {
        var ontario = calendar(List.of("CA-ON"));
        var quebec = calendar(List.of("CA-QC"));

        assertThat(ontario.isBusinessDay(LocalDate.of(2022, 7, 1))).isFalse(); // Canada Day
        assertThat(quebec.isBusinessDay(LocalDate.of(2022, 7, 1))).isFalse();
        assertThat(ontario.isBusinessDay(LocalDate.of(2022, 2, 21))).isFalse(); // Family Day
        assertThat(quebec.isBusinessDay(LocalDate.of(2022, 2, 21))).isTrue();
        assertThat(quebec.isBusinessDay(LocalDate.of(2022, 6, 24))).isFalse(); // Saint-Jean
        assertThat(ontario.isBusinessDay(LocalDate.of(2022, 6, 24))).isTrue();
    }

    @Test
    void an_office_of_two_countries_keeps_the_holidays_of_both() {
        var both = calendar(List.of("LU", "BE"));

        assertThat(both.isBusinessDay(LocalDate.of(2022, 6, 23))).isFalse();
        assertThat(both.isBusinessDay(LocalDate.of(2022, 7, 21))).isFalse();
        assertThat(both.isBusinessDay(LocalDate.of(2022, 7, 22))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LU", "BE", "FR", "NL", "DE", "CA", "CA-AB", "CA-BC", "CA-MB", "CA-NB", "CA-NL",
                "CA-NS", "CA-NT", "CA-NU", "CA-ON", "CA-PE", "CA-QC", "CA-SK", "CA-YT"
            })
    void the_holidays_of_every_served_place_are_known(String place) {
        assertThat(BusinessCalendars.knows(place)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "LUX", "CA-XX", "", "-"})
    void a_place_without_holidays_is_told_apart(String place) {
        assertThat(BusinessCalendars.knows(place)).isFalse();
    }

    private static BusinessCalendar calendar(List<String> places, Office.Closure... closures) {
        return BusinessCalendars.of(
                TestOffices.with(LUXEMBOURG, new Office.Calendar(places, List.of(closures))));
    }
}
