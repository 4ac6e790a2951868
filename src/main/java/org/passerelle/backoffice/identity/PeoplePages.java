package org.passerelle.backoffice.identity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.PersonId;
import org.passerelle.pack.Packs;
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

/// Who works here and for partners, and what each may do (ACC-08). Changing it is the
/// administrator's; nobody changes their own duties, so that one administrator always remains.
@Controller
@RequestMapping("/staff/people")
public class PeoplePages {
    private static final List<Role> DUTIES =
            Arrays.stream(Role.values()).filter(role -> role != Role.MEMBER).toList();

    private final People people;
    private final Packs packs;

    PeoplePages(People people, Packs packs) {
        this.people = people;
        this.packs = packs;
    }

    /// @param missing whether somebody was looked for and not found
    public record PeoplePage(String email, boolean missing, List<Row> rows) {}

    public record Row(String id, String name, String username, String email, String duties) {}

    /// @param mayChange whether the reader may change this person's duties
    public record PersonPage(
            Row person,
            boolean mayChange,
            List<Option> duties,
            List<Option> partners,
            Form form,
            FormErrors errors) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "") String email, Frame frame, Model model) {
        var found = email.isBlank() ? Optional.<Person>empty() : people.findByEmail(email);
        if (found.isPresent()) {
            return "redirect:/staff/people/" + found.get().id();
        }
        var rows = people.withDuties().stream().map(person -> row(person, frame)).toList();
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
                        .with("partner", person.partner().orElse(""));
        return show(who, person, form, FormErrors.none(), frame, model);
    }

    @PostMapping("/{id}/roles")
    String appoint(
            @AuthenticationPrincipal SignedIn who, @PathVariable PersonId id, Submission sent) {
        var form = sent.form();
        var person = find(id);
        refuseSelf(who, id);
        var duties = EnumSet.noneOf(Role.class);
        DUTIES.stream().filter(role -> form.has("duties", role.name())).forEach(duties::add);
        var partner = Optional.of(form.trimmed("partner")).filter(this::isKnown);
        var worksForPartner = duties.contains(Role.PARTNER);
        var errors =
                FormErrors.none()
                        .withIf(
                                worksForPartner && partner.isEmpty(),
                                "partner",
                                "people.partner.missing")
                        .withIf(
                                worksForPartner && duties.size() > 1,
                                "duties",
                                "people.partner.alone");
        if (errors.any()) {
            sent.refuse();
            return show(who, person, form, errors, sent.frame(), sent.model());
        }
        people.appoint(who.actor(), id, duties, worksForPartner ? partner : Optional.empty());
        return sent.done("/staff/people/" + id, "people.saved", person.name());
    }

    @PostMapping("/{id}/close")
    String close(
            @AuthenticationPrincipal SignedIn who, @PathVariable PersonId id, Submission sent) {
        var form = sent.form();
        var person = find(id);
        refuseSelf(who, id);
        var reason = form.trimmed("reason");
        if (reason.isEmpty()) {
            sent.refuse();
            var errors = FormErrors.none().with("reason", "people.reason.missing");
            return show(who, person, form, errors, sent.frame(), sent.model());
        }
        people.disable(who.actor(), id, reason);
        return sent.done("/staff/people", "people.closed", person.name());
    }

    private static void refuseSelf(SignedIn who, PersonId id) {
        if (who.id().equals(id)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
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
                        who.has(Role.ADMINISTRATOR) && !who.id().equals(person.id()),
                        DUTIES.stream().map(role -> duty(role, frame)).toList(),
                        partners(),
                        form,
                        errors));
        return "backoffice/identity/person";
    }

    private boolean isKnown(String partner) {
        return partners().stream().anyMatch(option -> option.value().equals(partner));
    }

    /// Partners of all offices, each word once.
    private List<Option> partners() {
        var names = new LinkedHashMap<String, String>();
        for (var pack : packs.installed()) {
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

    private static Row row(Person person, Frame frame) {
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
                duties + person.partner().map(partner -> " (" + partner + ")").orElse(""));
    }

    private static String name(Role role, Frame frame) {
        return frame.word(key(role));
    }

    private static String key(Role role) {
        return "people.role." + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
