package org.passerelle.backoffice.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditLine;
import org.passerelle.audit.AuditQuery;
import org.passerelle.audit.AuditSubject;
import org.passerelle.backoffice.StaffBounds;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.identity.People;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.trail.AuditWords;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Why;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// The audit trail, per organisation, per order, per person, or all of it (ACC-08).
@Controller
@RequestMapping("/staff/audit")
public class AuditPages {
    private static final int A_PAGE = 25;
    private static final int MOST_LIKELY = 10;
    private static final long NEWEST = Long.MAX_VALUE;

    private final Audit audit;
    private final Organisations organisations;
    private final People people;
    private final Packs packs;
    private final StaffBounds bounds;

    AuditPages(
            Audit audit,
            Organisations organisations,
            People people,
            Packs packs,
            StaffBounds bounds) {
        this.audit = audit;
        this.organisations = organisations;
        this.people = people;
        this.packs = packs;
        this.bounds = bounds;
    }

    /// @param about what was asked for, as typed
    /// @param known whether that could be read as an id of something
    /// @param newest the first page again, for whoever went back in it
    /// @param older where the next lines are; empty at the end
    /// @param likely organisations that fit, when several do
    public record AuditPage(
            String about,
            boolean known,
            List<Row> rows,
            Optional<String> newest,
            Optional<String> older,
            List<Why.Link> likely) {}

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
            @RequestParam(defaultValue = "" + NEWEST) long before,
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            Model model) {
        var text = about.strip();
        var query = query(text, who, frame);
        var lines =
                query.map(one -> audit.before(one, within(who, frame), before, A_PAGE))
                        .orElse(List.of());
        var older =
                lines.size() == A_PAGE
                        ? Optional.of(address(text, lines.getLast().number()))
                        : Optional.<String>empty();
        var words = new AuditWords(frame.words(), organisations, people, packs);
        model.addAttribute(
                "page",
                new AuditPage(
                        text,
                        query.isPresent(),
                        lines.stream().map(line -> row(line, words, frame)).toList(),
                        before == NEWEST ? Optional.empty() : Optional.of(address(text, NEWEST)),
                        older,
                        query.isPresent() ? List.of() : likely(text, frame)));
        return "backoffice/audit/trail";
    }

    /// The office chosen: its organisations, its people, its pack.
    private AuditQuery.Within within(SignedIn who, Frame frame) {
        var office = StaffOffice.of(frame);
        return new AuditQuery.Within(
                organisations.outside(office),
                bounds.persons(who, office),
                Set.of(AuditSubject.of("pack", office)));
    }

    private static String address(String about, long before) {
        return UriComponentsBuilder.fromPath("/staff/audit")
                .queryParam("about", "{about}")
                .queryParam("before", before)
                .encode()
                .buildAndExpand(about)
                .toUriString();
    }

    /// Reads `org_…`, `per_…`, `type:id`, the number of an order, a case, a change or a request, a
    /// person's address, or the name or legal number of one organisation.
    private Optional<AuditQuery> query(String about, SignedIn who, Frame frame) {
        if (about.isEmpty()) {
            return Optional.of(new AuditQuery.Everything());
        }
        try {
            if (about.startsWith("org_")) {
                return Optional.of(new AuditQuery.OfOrganisation(OrganisationId.of(about)));
            }
            if (about.startsWith("per_")) {
                return Optional.of(new AuditQuery.OfPerson(PersonId.of(about)));
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (about.matches("[0-9]{1,18}")) {
            return Optional.of(new AuditQuery.About(numbered(about, frame)));
        }
        if (about.contains("@")) {
            return people.findByEmail(about)
                    .filter(person -> bounds.sees(who, person))
                    .map(person -> new AuditQuery.OfPerson(person.id()));
        }
        var parts = about.split(":", 2);
        if (parts.length == 2) {
            return Optional.of(new AuditQuery.About(List.of(new AuditSubject(parts[0], parts[1]))));
        }
        var named = organisations.search(StaffOffice.of(frame), about);
        return named.size() == 1
                ? Optional.of(new AuditQuery.OfOrganisation(named.getFirst().id()))
                : Optional.empty();
    }

    /// Offices number their orders each for itself; what else has a number has its own range.
    private static List<AuditSubject> numbered(String number, Frame frame) {
        var office = StaffOffice.of(frame).value();
        return List.of(
                new AuditSubject("case", number),
                new AuditSubject("change", number),
                new AuditSubject("request", number),
                new AuditSubject("order", office + "/" + number));
    }

    /// Several organisations fit what was typed: the reader says which.
    private List<Why.Link> likely(String about, Frame frame) {
        return organisations.search(StaffOffice.of(frame), about).stream()
                .limit(MOST_LIKELY)
                .map(one -> new Why.Link(one.name(), "/staff/audit?about=" + one.id()))
                .toList();
    }

    private static Row row(AuditLine line, AuditWords words, Frame frame) {
        return new Row(
                frame.words().dateTime(line.at(), frame.zone()),
                words.actor(line),
                words.action(line),
                words.subject(line),
                line.subject().type().equals("person")
                        ? line.subject().id()
                        : line.subject().type() + ":" + line.subject().id(),
                words.organisation(line),
                line.organisation().map(Object::toString).orElse(""),
                words.detail(line));
    }
}
