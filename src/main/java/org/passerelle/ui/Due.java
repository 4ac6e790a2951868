package org.passerelle.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.passerelle.words.Words;

/// When something is due, in words, an icon and a colour (VER-05).
///
/// @param tone `bad` late, `warn` today, `info` tomorrow, `mute` later or stopped
public record Due(String tone, String icon, String when, String detail) {

    /// How `due` looks from `now`, on the calendar of the office's zone.
    public static Due of(Instant due, Instant now, ZoneId zone, Words words) {
        var day = LocalDate.ofInstant(due, zone);
        var days = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, zone), day);
        var detail = words.weekday(day) + ", " + words.time(due, zone);
        if (due.isBefore(now)) {
            var late = days == 0 ? words.get("ui.due.late.today") : words.get("ui.due.late", -days);
            return new Due("bad", "warn", late, detail);
        }
        if (days == 0) {
            var left = Duration.between(now, due);
            var text = words.get("ui.due.left", left.toHours(), left.toMinutesPart());
            return new Due("warn", "clock", words.get("ui.due.today"), text);
        }
        if (days == 1) {
            return new Due("info", "clock", words.get("ui.due.tomorrow"), detail);
        }
        return new Due("mute", "clock", words.weekday(day), words.time(due, zone));
    }

    /// The clock stands: somebody else has to answer first.
    public static Due paused(String detail, Words words) {
        return new Due("mute", "pause", words.get("ui.due.paused"), detail);
    }
}
