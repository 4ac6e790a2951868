package org.passerelle.backoffice.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.backoffice.StaffBounds;
import org.passerelle.identity.Duties;
import org.passerelle.identity.Offices;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.PersonId;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Partner;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Option;
import org.passerelle.ui.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Who works here and for partners, what each may do and for which offices (ACC-08). Changing it is
/// the administrator's, for people within their own offices; nobody changes their own duties, so
/// that one administrator always remains.
@Controller
@RequestMapping("/staff/people")
public class PeoplePages {
    private static final List<Role> DUTIES =
            Arrays.stream(Role.values()).filter(role -> role != Role.MEMBER).toList();

    /// The choice that stands for every office, those to come too. No office is called so.
    private static final String ALL = "*";

    private final People people;
    private final Packs packs;
    private final StaffBounds bounds;

    PeoplePages(People people, Packs packs, StaffBounds bounds) {
        this.people = people;
        this.packs = packs;
        this.bounds = bounds;
    }

    /// @param missing whether somebody was looked for and not found
    public record PeoplePage(String email, boolean missing, List<Row> rows) {}

    /// @param offices they work for, in words; empty for whoever is not staff
    public record Row(
            String id, String name, String username, String email, String duties, String offices) {}

    /// @param mayChange whether the reader may change this person's duties
    public record PersonPage(
            Row person,
            boolean mayChange,
            List<Option> duties,
            List<Option> offices,
            List<Option> partners,
            Form form,
            FormErrors errors) {}

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String email,
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            Model model) {
        var found =
                Optional.of(email)
                        .filter(typed -> !typed.isBlank())
                        .flatMap(people::findByEmail)
                        .filter(person -> bounds.sees(who, person));
        if (found.isPresent()) {
            return "redirect:/staff/people/" + found.get().id();
        }
        var rows =
                people.withDuties().stream()
                        .filter(person -> bounds.sees(who, person))
                        .map(person -> row(person, frame))
                        .toList();
        model.addAttribute("page", new PeoplePage(email, !email.isBlank(), rows));
        return "backoffice/identity/people";
    }

    @GetMapping("/{id}")
    String person(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable PersonId id,
            Frame frame,
            Model model) {
        var person = find(id);
        var form =
                Form.empty()
                        .with(
                                "duties",
                                person.roles().stream().map(Role::name).toArray(String[]::new))
                        .with("offices", chosen(person.offices()))
                        .with("partner", person.partner().orElse(""));
        return show(who, person, form, FormErrors.none(), frame, model);
    }

    @PostMapping("/{id}/roles")
    String appoint(
            @AuthenticationPrincipal SignedIn who, @PathVariable PersonId id, Submission sent) {
        var form = sent.form();
        var person = find(id);
        refuseOthers(who, person);
        var duties = EnumSet.noneOf(Role.class);
        DUTIES.stream().filter(role -> form.has("duties", role.name())).forEach(duties::add);
        var partner = Optional.of(form.trimmed("partner")).filter(one -> isKnown(who, one));
        var worksForPartner = duties.contains(Role.PARTNER);
        var offices = offices(who, form);
        var isStaff = duties.stream().anyMatch(Role::isStaff);
        var errors =
                FormErrors.none()
                        .withIf(
                                worksForPartner && partner.isEmpty(),
                                "partner",
                                "people.partner.missing")
                        .withIf(
                                worksForPartner && duties.size() > 1,
                                "duties",
                                "people.partner.alone")
                        .withIf(
                                isStaff && offices.equals(Offices.NONE),
                                "offices",
                                "people.offices.missing");
        if (errors.any()) {
            sent.refuse();
            return show(who, person, form, errors, sent.frame(), sent.model());
        }
        people.appoint(
                who.actor(),
                id,
                new Duties(duties, worksForPartner ? partner : Optional.empty(), offices));
        return sent.done("/staff/people/" + id, "people.saved", person.name());
    }

    @PostMapping("/{id}/close")
    String close(
            @AuthenticationPrincipal SignedIn who, @PathVariable PersonId id, Submission sent) {
        var form = sent.form();
        var person = find(id);
        refuseOthers(who, person);
        var reason = form.trimmed("reason");
        if (reason.isEmpty()) {
            sent.refuse();
            var errors = FormErrors.none().with("reason", "people.reason.missing");
            return show(who, person, form, errors, sent.frame(), sent.model());
        }
        people.disable(who.actor(), id, reason);
        return sent.done("/staff/people", "people.closed", person.name());
    }

    private void refuseOthers(SignedIn who, Person person) {
        if (!mayChange(who, person)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /// Whoever works for some offices has no say over colleagues who work for others, too.
    private boolean mayChange(SignedIn who, Person person) {
        return who.has(Role.ADMINISTRATOR)
                && !who.id().equals(person.id())
                && isWithin(person.offices(), who.person().offices());
    }

    private static boolean isWithin(Offices offices, Offices mine) {
        return switch (offices) {
            case Offices.All _ -> mine instanceof Offices.All;
            case Offices.Named(var some) -> mine.includeAll(some);
        };
    }

    /// The offices ticked, of those the reader may give.
    private Offices offices(SignedIn who, Form form) {
        if (form.has("offices", ALL) && who.person().offices() instanceof Offices.All) {
            return Offices.all();
        }
        return Offices.of(
                bounds.offices(who).stream()
                        .map(Pack::id)
                        .filter(office -> form.has("offices", office.value()))
                        .toArray(OfficeId[]::new));
    }

    private static String[] chosen(Offices offices) {
        return switch (offices) {
            case Offices.All _ -> new String[] {ALL};
            case Offices.Named(var some) ->
                    some.stream().map(OfficeId::value).toArray(String[]::new);
        };
    }

    /// The reader's offices; all at once only where the reader has all.
    private List<Option> officesFor(SignedIn who, Frame frame) {
        var options = new ArrayList<Option>();
        if (who.person().offices() instanceof Offices.All) {
            options.add(
                    Option.of(
                            ALL,
                            frame.word("people.offices.all"),
                            frame.word("people.offices.all.hint")));
        }
        for (var pack : bounds.offices(who)) {
            var name = pack.office().name().in(frame.language());
            options.add(Option.of(pack.id().value(), name));
        }
        return options;
    }

    private Person find(PersonId id) {
        return people.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String show(
            SignedIn who, Person person, Form form, FormErrors errors, Frame frame, Model model) {
        model.addAttribute(
                "page",
                new PersonPage(
                        row(person, frame),
                        mayChange(who, person),
                        DUTIES.stream().map(role -> duty(role, frame)).toList(),
                        officesFor(who, frame),
                        partners(who),
                        form,
                        errors));
        return "backoffice/identity/person";
    }

    private boolean isKnown(SignedIn who, String partner) {
        return partners(who).stream().anyMatch(option -> option.value().equals(partner));
    }

    /// Partners of the reader's offices, each word once.
    private List<Option> partners(SignedIn who) {
        var names = new LinkedHashMap<String, String>();
        for (var pack : bounds.offices(who)) {
            for (Partner partner : pack.partners().values()) {
                names.putIfAbsent(partner.id().value(), partner.name());
            }
        }
        return names.entrySet().stream()
                .map(one -> Option.of(one.getKey(), one.getValue()))
                .toList();
    }

    private static Option duty(Role role, Frame frame) {
        return Option.of(role.name(), name(role, frame), frame.word(key(role) + ".does"));
    }

    private Row row(Person person, Frame frame) {
        var duties =
                DUTIES.stream()
                        .filter(person::has)
                        .map(role -> name(role, frame))
                        .collect(Collectors.joining(", "));
        return new Row(
                person.id().toString(),
                person.name(),
                person.username(),
                person.email(),
                duties + person.partner().map(partner -> " (" + partner + ")").orElse(""),
                offices(person.offices(), frame));
    }

    private String offices(Offices offices, Frame frame) {
        return switch (offices) {
            case Offices.All _ -> frame.word("people.offices.all");
            case Offices.Named(var some) ->
                    some.stream()
                            .sorted()
                            .map(office -> name(office, frame))
                            .collect(Collectors.joining(", "));
        };
    }

    /// An office whose pack was taken away keeps its id.
    private String name(OfficeId office, Frame frame) {
        return packs.installed().stream()
                .filter(pack -> pack.id().equals(office))
                .map(pack -> pack.office().name().in(frame.language()))
                .findFirst()
                .orElse(office.value());
    }

    private static String name(Role role, Frame frame) {
        return frame.word(key(role));
    }

    private static String key(Role role) {
        return "people.role." + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
