package org.passerelle.backoffice.verification;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.passerelle.backoffice.verification.QueueFilter.At;
import org.passerelle.ui.Due;
import org.passerelle.verification.CaseView;
import org.passerelle.words.Words;

/// When a case is due, as age in words with icon and colour (VER-05). Promises are of days, so it
/// says days and never a time of night.
final class DueTime {
    private DueTime() {}

    static Due of(CaseView view, At at, Words words) {
        if (view.due().isEmpty()) {
            return Due.paused(words.get("verification.due.paused", view.businessDaysLeft()), words);
        }
        var end = view.due().get();
        var day = LocalDate.ofInstant(end.minusNanos(1), at.zone());
        var days = ChronoUnit.DAYS.between(LocalDate.ofInstant(at.now(), at.zone()), day);
        var detail = words.get("verification.end-of-day", words.weekday(day));
        if (days < 0) {
            return new Due("bad", "warn", words.get("ui.due.late", -days), detail);
        }
        if (days == 0) {
            var left = Duration.between(at.now(), end);
            var text = words.get("ui.due.left", left.toHours(), left.toMinutesPart());
            return new Due("warn", "clock", words.get("ui.due.today"), text);
        }
        return days == 1
                ? new Due("info", "clock", words.get("ui.due.tomorrow"), detail)
                : new Due("mute", "clock", words.get("verification.due.days", days), detail);
    }
}
