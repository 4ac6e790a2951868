package org.passerelle.backoffice.audit;

import java.util.List;
import java.util.Optional;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditLine;
import org.passerelle.audit.AuditSubject;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.Organisations;
import org.passerelle.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The audit trail, per organisation, per order, per person, or all of it (ACC-08).
@Controller
@RequestMapping("/staff/audit")
public class AuditPages {
    private static final int A_PAGE = 50;
    private static final int MOST = 500;

    private final Audit audit;
    private final Organisations organisations;

    AuditPages(Audit audit, Organisations organisations) {
        this.audit = audit;
        this.organisations = organisations;
    }

    /// @param about what was asked for, as typed
    /// @param known whether that could be read as an id of something
    /// @param older where the next lines are; empty at the end
    public record AuditPage(String about, boolean known, List<Row> rows, Optional<String> older) {}

    /// @param subjectLink where the trail of that one thing is; the same for the organisation
    public record Row(
            String at,
            String actor,
            String action,
            String subject,
            String subjectLink,
            String organisation,
            String organisationLink,
            String detail) {}

    @GetMapping
    String trail(
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Frame frame,
            Model model) {
        var text = about.strip();
        var found = text.isEmpty() ? Optional.of(audit.before(before, A_PAGE)) : find(text);
        var lines = found.orElse(List.of());
        var older =
                text.isEmpty() && lines.size() == A_PAGE
                        ? Optional.of("/staff/audit?before=" + lines.getLast().number())
                        : Optional.<String>empty();
        model.addAttribute(
                "page",
                new AuditPage(
                        text,
                        found.isPresent(),
                        lines.stream().map(line -> row(line, frame)).toList(),
                        older));
        return "backoffice/audit/trail";
    }

    /// Reads `org_…`, `per_…`, `type:id`, or a bare order number.
    private Optional<List<AuditLine>> find(String about) {
        try {
            if (about.startsWith("org_")) {
                return Optional.of(audit.of(OrganisationId.of(about), MOST));
            }
            if (about.startsWith("per_")) {
                var person = PersonId.of(about);
                var all = new java.util.ArrayList<>(audit.by(person, MOST));
                audit.of(AuditSubject.of("person", person), MOST).stream()
                        .filter(line -> !all.contains(line))
                        .forEach(all::add);
                all.sort(java.util.Comparator.comparingLong(AuditLine::number).reversed());
                return Optional.of(all);
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (about.matches("[0-9]+")) {
            return Optional.of(audit.of(new AuditSubject("order", about), MOST));
        }
        var parts = about.split(":", 2);
        return parts.length == 2
                ? Optional.of(audit.of(new AuditSubject(parts[0], parts[1]), MOST))
                : Optional.empty();
    }

    private Row row(AuditLine line, Frame frame) {
        var organisation = line.organisation();
        return new Row(
                frame.words().dateTime(line.at(), frame.zone()),
                line.actorLabel(),
                line.action(),
                line.subject().type() + " " + line.subject().id(),
                line.subject().type().equals("person")
                        ? line.subject().id()
                        : line.subject().type() + ":" + line.subject().id(),
                organisation
                        .flatMap(organisations::find)
                        .map(found -> found.name())
                        .orElseGet(() -> organisation.map(Object::toString).orElse("")),
                organisation.map(Object::toString).orElse(""),
                line.detail());
    }
}
