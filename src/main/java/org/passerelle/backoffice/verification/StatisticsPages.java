package org.passerelle.backoffice.verification;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
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
    public record StatisticsPage(
            long waiting,
            long late,
            long paused,
            int decided,
            Optional<String> inTime,
            Optional<String> median,
            Chart chart,
            List<Week> weeks) {}

    public record Week(
            String name, int decided, int qualified, int refused, int inTime, String share) {}

    @GetMapping("/staff/cases/statistics")
    String statistics(Frame frame, Model model) {
        var office = StaffOffice.of(frame);
        var queue = verification.queue(office);
        var now = clock.instant();
        var today = now.atZone(frame.zone()).toLocalDate();
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var from = monday.minusWeeks(WEEKS - 1);
        var settled = verification.settledSince(office, from);
        var weeks = new ArrayList<Week>();
        var columns = new ArrayList<Column>();
        for (var start = from; !start.isAfter(monday); start = start.plusWeeks(1)) {
            var week = week(settled, start, frame);
            weeks.add(week);
            columns.add(
                    new Column(
                            start.equals(monday) ? "bar bar--now" : "bar",
                            week.name(),
                            String.valueOf(start.getDayOfMonth()),
                            week.decided()));
        }
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
                        new Chart(
                                "decided",
                                frame.word("verification.statistics.chart"),
                                frame.word("verification.statistics.caption", WEEKS),
                                columns),
                        weeks));
        return "backoffice/verification/statistics";
    }

    private static Week week(List<Settled> settled, LocalDate start, Frame frame) {
        var those =
                settled.stream()
                        .filter(one ->
                                !one.on().isBefore(start) && one.on().isBefore(start.plusWeeks(1)))
                        .toList();
        var qualified = (int) those.stream().filter(Settled::qualified).count();
        var inTime = (int) those.stream().filter(Settled::inTime).count();
        return new Week(
                frame.words().shortDate(start),
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
