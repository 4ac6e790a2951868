package org.passerelle.backoffice.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.agenda.Agenda;
import org.passerelle.agenda.DueRun;
import org.passerelle.agenda.ProductClock;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Moves a demo's clock, and shows what fell due on the way.
@Controller
@RequestMapping("/staff/clock")
@PreAuthorize("hasRole('ADMINISTRATOR')")
@ConditionalOnProperty("passerelle.demo")
public class ClockPages {
    private static final int DAYS_AT_MOST = 800;
    private static final int SHOWN = 20;

    private final ProductClock clock;
    private final Agenda agenda;
    private final DueRun run;
    private final Organisations organisations;

    ClockPages(ProductClock clock, Agenda agenda, DueRun run, Organisations organisations) {
        this.clock = clock;
        this.agenda = agenda;
        this.run = run;
        this.organisations = organisations;
    }

    public record ClockPage(
            Instant now,
            long movedDays,
            List<Line> fell,
            List<Line> ahead,
            Form form,
            FormErrors errors) {}

    /// @param what kind of entry, in the reader's words where somebody wrote them
    /// @param about the name of an organisation, or the subject as it stands in the agenda
    public record Line(String what, String about, Instant due, Optional<String> problem) {}

    @GetMapping
    String clock(Frame frame, Model model) {
        return page(Form.of(java.util.Map.of("days", "1")), FormErrors.none(), frame, model);
    }

    @PostMapping
    String move(Form form, Frame frame, RedirectAttributes redirect, Model model) {
        var days = days(form.trimmed("days"));
        if (days < 1) {
            return page(
                    form,
                    FormErrors.none().with("days", "messages.clock.days.wrong", DAYS_AT_MOST),
                    frame,
                    model);
        }
        clock.moveForward(Duration.ofDays(days));
        var count = run.runAll();
        Notice.ok(frame.words().get("messages.clock.moved", days, count)).showAfter(redirect);
        return "redirect:/staff/clock";
    }

    private String page(Form form, FormErrors errors, Frame frame, Model model) {
        var now = clock.instant();
        model.addAttribute(
                "page",
                new ClockPage(
                        now,
                        clock.movedBy().toDays(),
                        lines(agenda.fellDueSince(now.minus(Duration.ofDays(1)), SHOWN), frame),
                        lines(agenda.ahead(SHOWN), frame),
                        form,
                        errors));
        return "backoffice/clock";
    }

    private List<Line> lines(List<Agenda.Entry> entries, Frame frame) {
        return entries.stream()
                .map(entry ->
                        new Line(
                                frame.words()
                                        .find("messages.clock.kind." + entry.kind())
                                        .orElse(entry.kind()),
                                about(entry.subject()),
                                entry.due(),
                                entry.problem()))
                .toList();
    }

    private String about(String subject) {
        if (!subject.startsWith("org_")) {
            return subject.equals("daily") ? "" : subject.replaceFirst(" org_.*", "");
        }
        return organisations
                .find(OrganisationId.of(subject))
                .map(Organisation::name)
                .orElse(subject);
    }

    private static int days(String typed) {
        try {
            var days = Integer.parseInt(typed);
            return days <= DAYS_AT_MOST ? days : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
