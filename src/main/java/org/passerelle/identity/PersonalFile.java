package org.passerelle.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.agenda.Agenda;
import org.passerelle.agenda.DueHandler;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.identity.domain.AccountRegister;
import org.passerelle.identity.domain.Erasures;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.PersonId;
import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalData.Fate;
import org.passerelle.privacy.PersonalData.Holding;
import org.passerelle.privacy.PersonalData.Section;
import org.passerelle.privacy.PersonalData.Subject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face of the identity module for all that the product holds about a person, in every module: to
/// be read by that person, and to be forgotten (ACC-09).
@Service
@Transactional
public class PersonalFile implements DueHandler {
    /// How long an erasure can be taken back.
    public static final Duration WAITS = Duration.ofDays(14);

    private static final String KIND = "identity.erasure";
    private static final Actor PRODUCT = new Actor.Product("erasure");

    private final ObjectProvider<PersonalData> modules;
    private final AccountRegister people;
    private final Erasures erasures;
    private final AccountLetters letters;
    private final Agenda agenda;
    private final Audit audit;
    private final Clock clock;

    PersonalFile(
            ObjectProvider<PersonalData> modules,
            AccountRegister people,
            Erasures erasures,
            AccountLetters letters,
            Agenda agenda,
            Audit audit,
            Clock clock) {
        this.modules = modules;
        this.people = people;
        this.erasures = erasures;
        this.letters = letters;
        this.agenda = agenda;
        this.audit = audit;
        this.clock = clock;
    }

    /// Everything held about a person; tables without a row are left out. That it was read is
    /// noted.
    public List<Section> export(SignedIn who) {
        note(who.actor(), "identity.data-exported", who.id());
        var subject = subject(who.id());
        return modules.stream()
                .flatMap(module -> module.of(subject).stream())
                .filter(section -> !section.rows().isEmpty())
                .sorted(java.util.Comparator.comparing(Section::table))
                .toList();
    }

    /// What stays when a person is forgotten, by reason.
    @Transactional(readOnly = true)
    public Map<String, List<Holding>> kept() {
        return modules.stream()
                .flatMap(module -> module.holdings().stream())
                .filter(holding -> holding.fate() == Fate.KEPT)
                .collect(
                        java.util.stream.Collectors.groupingBy(
                                Holding::reason,
                                java.util.TreeMap::new,
                                java.util.stream.Collectors.toList()));
    }

    /// All that modules say about their tables.
    @Transactional(readOnly = true)
    public List<Holding> holdings() {
        return modules.stream().flatMap(module -> module.holdings().stream()).toList();
    }

    /// Why this person cannot be forgotten yet: keys of words, empty when nothing is in the way.
    @Transactional(readOnly = true)
    public List<String> hindrances(PersonId id) {
        var subject = subject(id);
        var isOnDuty = people.find(id).orElseThrow().person().roles().size() > 1;
        var found =
                modules.stream().flatMap(module -> module.hindrances(subject).stream()).toList();
        return isOnDuty
                ? java.util.stream.Stream.concat(
                                java.util.stream.Stream.of("data.hindrance.duties"), found.stream())
                        .toList()
                : found;
    }

    /// When the person will be forgotten, if they asked for it.
    @Transactional(readOnly = true)
    public Optional<Instant> erasureDue(PersonId id) {
        return erasures.due(id);
    }

    /// Has the person forgotten after [#WAITS]; they are told the day. Answers what is in the way.
    /// Whether it is the person is proved before ([OwnAccount#prove]).
    public List<String> askErasure(SignedIn who) {
        var hindrances = hindrances(who.id());
        if (hindrances.isEmpty() && erasures.due(who.id()).isEmpty()) {
            var now = clock.instant();
            var due = now.plus(WAITS);
            erasures.ask(who.id(), now, due);
            agenda.plan(KIND, who.id().toString(), due);
            letters.erasurePlanned(who.person(), due.atOffset(ZoneOffset.UTC).toLocalDate());
            note(who.actor(), "identity.erasure-asked", who.id());
        }
        return hindrances;
    }

    public void cancelErasure(SignedIn who) {
        if (erasures.cancel(who.id())) {
            agenda.cancel(KIND, who.id().toString());
            note(who.actor(), "identity.erasure-cancelled", who.id());
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// Forgets the person in every module at once. What came into the way meanwhile ends the
    /// request: the person sees why and may ask again.
    @Override
    public void fallDue(String subject, Instant due) {
        var id = PersonId.of(subject);
        if (erasures.due(id).isEmpty()) {
            return;
        }
        if (!hindrances(id).isEmpty()) {
            erasures.cancel(id);
            note(PRODUCT, "identity.erasure-hindered", id);
            letters.erasureHindered(people.find(id).orElseThrow().person());
            return;
        }
        var who = subject(id);
        modules.stream().forEach(module -> module.erase(who));
        note(PRODUCT, "identity.erased", id);
    }

    private Subject subject(PersonId id) {
        var person = people.find(id).orElseThrow().person();
        return new Subject(
                id,
                person.username(),
                person.email(),
                person.firstName(),
                person.lastName(),
                people.anyOtherNamed(id, person.firstName(), person.lastName()),
                audit.organisationsOf(id));
    }

    private void note(Actor actor, String action, PersonId whom) {
        audit.record(AuditEntry.of(actor, action, AuditSubject.of("person", whom), ""));
    }
}
