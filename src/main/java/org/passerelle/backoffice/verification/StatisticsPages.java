package org.passerelle.backoffice.verification;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.kernel.OfficeId;
import org.passerelle.ui.Chart;
import org.passerelle.ui.Chart.Column;
import org.passerelle.ui.Frame;
import org.passerelle.verification.CaseState;
import org.passerelle.verification.Settled;
import org.passerelle.verification.Verification;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What waits, what was decided, and how much of it within the promise (VER-02, VER-05).
@Controller
@PreAuthorize("hasAnyRole('REVIEWER', 'SUPPORT', 'ADMINISTRATOR')")
public class StatisticsPages {
    private static final int WEEKS = 8;
    private static final long HUNDRED = 100;

    private final Verification verification;
    private final Clock clock;

    StatisticsPages(Verification verification, Clock clock) {
        this.verification = verification;
        this.clock = clock;
    }

    /// @param inTime share within the promise, in words; empty where nothing was decided
    /// @param median business days, in words; likewise
    /// @param decisions by week, those that came late apart
    /// @param open cases at the end of each week
    public record StatisticsPage(
            long waiting,
            long late,
            long paused,
            int decided,
            Optional<String> inTime,
            Optional<String> median,
            Chart decisions,
            Chart open,
            List<Week> weeks) {}

    /// @param open cases at its end, or now
    public record Week(
            LocalDate monday,
            String name,
            int open,
            int decided,
            int qualified,
            int refused,
            int inTime,
            String share) {
        Column column(LocalDate now, long value, long apart) {
            var state = monday.equals(now) ? "bar bar--now" : "bar";
            var initial = String.valueOf(monday.getDayOfMonth());
            return new Column(state, name, initial, value, apart);
        }
    }

    @GetMapping("/staff/cases/statistics")
    String statistics(Frame frame, Model model) {
        var office = StaffOffice.of(frame);
        var queue = verification.queue(office);
        var now = clock.instant();
        var today = now.atZone(frame.zone()).toLocalDate();
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var from = monday.minusWeeks(WEEKS - 1);
        var settled = verification.settledSince(office, from);
        var weeks =
                from.datesUntil(monday.plusDays(1), Period.ofWeeks(1))
                        .map(start -> week(settled, start, office, frame))
                        .toList();
        model.addAttribute(
                "page",
                new StatisticsPage(
                        queue.stream().filter(one -> one.due().isPresent()).count(),
                        queue.stream().filter(one -> one.isOverdue(now)).count(),
                        queue.stream()
                                .filter(one -> one.state() == CaseState.INFORMATION_REQUESTED)
                                .count(),
                        settled.size(),
                        share(settled, frame),
                        median(settled, frame),
                        chart(
                                "decided",
                                weeks.stream()
                                        .map(week ->
                                                week.column(
                                                        monday,
                                                        week.decided(),
                                                        week.decided() - week.inTime()))
                                        .toList(),
                                frame),
                        chart(
                                "open",
                                weeks.stream()
                                        .map(week -> week.column(monday, week.open(), 0))
                                        .toList(),
                                frame),
                        weeks));
        return "backoffice/verification/statistics";
    }

    private static Chart chart(String id, List<Column> columns, Frame frame) {
        return new Chart(
                id,
                frame.word("verification.statistics.chart." + id),
                frame.word("verification.statistics.caption." + id, WEEKS),
                columns);
    }

    private Week week(List<Settled> settled, LocalDate start, OfficeId office, Frame frame) {
        var those =
                settled.stream()
                        .filter(one ->
                                !one.on().isBefore(start) && one.on().isBefore(start.plusWeeks(1)))
                        .toList();
        var qualified = (int) those.stream().filter(Settled::qualified).count();
        var inTime = (int) those.stream().filter(Settled::inTime).count();
        return new Week(
                start,
                frame.words().shortDate(start),
                verification.openAfter(office, start.plusDays(6)),
                those.size(),
                qualified,
                those.size() - qualified,
                inTime,
                share(those, frame).orElse("–"));
    }

    static Optional<String> share(List<Settled> settled, Frame frame) {
        if (settled.isEmpty()) {
            return Optional.empty();
        }
        var inTime = settled.stream().filter(Settled::inTime).count();
        var percent = Math.round((double) HUNDRED * inTime / settled.size());
        return Optional.of(frame.word("verification.statistics.percent", percent));
    }

    static Optional<String> median(List<Settled> settled, Frame frame) {
        var days = settled.stream().map(Settled::businessDays).sorted().toList();
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        frame.word("verification.statistics.days", days.get(days.size() / 2)));
    }

    /// The figures that stand above the queue: the last thirty days.
    static List<Settled> lately(Verification verification, OfficeId office, LocalDate today) {
        return verification.settledSince(office, today.minusDays(30));
    }
}
