package org.passerelle.organisation;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.document.DocumentId;
import org.passerelle.document.Documents;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.DecideChangeOutcome.AlreadyDecided;
import org.passerelle.organisation.DecideChangeOutcome.Decided;
import org.passerelle.organisation.domain.ChangeReading;
import org.passerelle.organisation.domain.Changes;
import org.passerelle.organisation.domain.ProfileChange;
import org.passerelle.organisation.domain.Registrations;
import org.passerelle.organisation.domain.Registrations.Registration;
import org.passerelle.pack.BusinessCalendars;
import org.passerelle.pack.Packs;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face for what cannot be edited once it was submitted: asked for with evidence, decided value by
/// value (ORG-04).
@Service
@Transactional
public class ChangeRequests {
    private static final int LONGEST_WORDS = 2000;

    private final Changes changes;
    private final Registrations registrations;
    private final Documents documents;
    private final Packs packs;
    private final ChangeLetters letters;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangeRequests(
            Changes changes,
            Registrations registrations,
            Documents documents,
            Packs packs,
            ChangeLetters letters,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.changes = changes;
        this.registrations = registrations;
        this.documents = documents;
        this.packs = packs;
        this.letters = letters;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// What is held today by field, for the form to begin with.
    @Transactional(readOnly = true)
    public Map<String, String> held(OrganisationId id) {
        var organisation = registration(id).organisation();
        var office = packs.get(organisation.office()).office();
        var held = new java.util.LinkedHashMap<String, String>();
        for (var item : ChangeItem.of(organisation.profile(), office, Optional.empty())) {
            held.putAll(ProfileChange.values(organisation.profile(), item));
        }
        return held;
    }

    /// Asks for other values. `typed` holds fields of the form; those that say what is held already
    /// do not count. `evidence` are documents that `person` took in.
    public AskChangeOutcome ask(
            Actor actor,
            PersonId person,
            OrganisationId id,
            Draft typed,
            String words,
            List<DocumentId> evidence) {
        var registration = registrations.lock(id);
        var organisation = registration.organisation();
        if (organisation.isDraft()) {
            return new AskChangeOutcome.StillADraft();
        }
        var open = openOf(id);
        if (open.isPresent()) {
            return new AskChangeOutcome.AlreadyOpen(open.get().number());
        }
        var pack = packs.get(organisation.office());
        var now = clock.instant();
        var reading =
                ChangeReading.of(
                        organisation.profile(),
                        registration.draft(),
                        typed,
                        pack,
                        now.atZone(pack.office().zone()).toLocalDate());
        var taken = taken(organisation, reading.changes());
        var nothing =
                reading.changes().isEmpty()
                        && reading.faults().isEmpty()
                        && reading.missing().isEmpty();
        var there = documents.all(evidence);
        if (nothing
                || there.isEmpty()
                || !taken.isEmpty()
                || !reading.faults().isEmpty()
                || !reading.missing().isEmpty()) {
            return new AskChangeOutcome.NotTaken(
                    reading.faults(), reading.missing(), taken, nothing, there.isEmpty());
        }
        var promised = pack.office().promises().changeBusinessDays();
        var due = BusinessCalendars.of(pack.office()).dueAfter(now, promised).end();
        return keep(actor, person, organisation, words, evidence, reading.changes(), now, due);
    }

    private AskChangeOutcome keep(
            Actor actor,
            PersonId person,
            Organisation organisation,
            String words,
            List<DocumentId> evidence,
            List<ChangeValue> values,
            Instant now,
            Instant due) {
        var held = documents.hold(Optional.of(person), evidence, "change of " + organisation.id());
        if (held.isEmpty()) {
            return new AskChangeOutcome.NotTaken(List.of(), List.of(), List.of(), false, true);
        }
        var said = words.strip();
        var asked =
                new ChangeRequest(
                        0,
                        organisation.id(),
                        now,
                        person,
                        actor.label(),
                        said.substring(0, Math.min(said.length(), LONGEST_WORDS)),
                        held.stream().map(document -> document.id()).toList(),
                        due,
                        ChangeRequest.State.OPEN,
                        Optional.empty(),
                        values);
        // The organisation's row is locked, so no other request was added since it was looked for.
        var number = changes.add(asked).orElseThrow();
        note(actor, "change-asked", organisation.id(), number, items(values));
        letters.received(organisation, changes.find(number).orElseThrow());
        return new AskChangeOutcome.Asked(number);
    }

    private List<String> taken(Organisation organisation, List<ChangeValue> values) {
        return values.stream()
                .flatMap(value -> value.item().scheme().stream())
                .filter(scheme -> isTakenByOther(organisation, scheme, values))
                .toList();
    }

    private boolean isTakenByOther(
            Organisation organisation, String scheme, List<ChangeValue> values) {
        var item = ChangeItem.identifier(scheme);
        return values.stream()
                .filter(value -> value.item().equals(item))
                .map(value -> value.after().getOrDefault(item.code(), ""))
                .filter(number -> !number.isEmpty())
                .flatMap(number ->
                        registrations.ownerOf(organisation.office(), scheme, number).stream())
                .anyMatch(owner -> !owner.equals(organisation.id()));
    }

    /// Takes an open request back. Answers whether it was open.
    public boolean withdraw(Actor actor, OrganisationId id, long number) {
        registrations.lock(id);
        var mine = find(number).filter(one -> one.organisation().equals(id));
        var done =
                mine.isPresent()
                        && changes.close(number, ChangeRequest.State.WITHDRAWN, clock.instant());
        if (done) {
            note(actor, "change-withdrawn", id, number, "");
        }
        return done;
    }

    /// Accepts or refuses one value. Of two people who decide about the same value one is the
    /// first, and the other is told. With the last value the request is closed: what was accepted
    /// holds from then on, and whoever decides on these facts hears of it.
    public DecideChangeOutcome decide(
            Actor.Staff actor, long number, ChangeItem item, boolean accepted, String reason) {
        var known = changes.find(number);
        if (known.isEmpty()) {
            return new DecideChangeOutcome.NotOpen();
        }
        var registration = registrations.lock(known.get().organisation());
        var request = changes.find(number).orElseThrow();
        var value = request.value(item);
        var before = value.flatMap(ChangeValue::decision);
        if (before.isPresent()) {
            return new AlreadyDecided(before.get());
        }
        if (value.isEmpty() || !request.isOpen()) {
            return new DecideChangeOutcome.NotOpen();
        }
        if (!accepted && reason.isBlank()) {
            return new DecideChangeOutcome.ReasonMissing();
        }
        if (accepted && !takeNumber(registration.organisation(), value.get())) {
            return new DecideChangeOutcome.NumberTaken();
        }
        var decision =
                new ChangeValue.Decision(accepted, reason.strip(), clock.instant(), actor.label());
        if (!changes.decide(number, item, decision, actor.person())) {
            throw new IllegalStateException("Decided while its organisation was locked: " + item);
        }
        note(
                actor,
                accepted ? "change-accepted" : "change-refused",
                request.organisation(),
                number,
                item.code() + (reason.isBlank() ? "" : ": " + reason.strip()));
        var closed = changes.find(number).orElseThrow();
        var complete = closed.values().stream().allMatch(one -> one.decision().isPresent());
        if (complete) {
            close(actor, registration, number);
        }
        return new Decided(complete);
    }

    private boolean takeNumber(Organisation organisation, ChangeValue value) {
        var scheme = value.item().scheme();
        var number = value.after().getOrDefault(value.item().code(), "");
        return scheme.isEmpty()
                || number.isEmpty()
                || registrations.takeNumber(organisation, scheme.get(), number);
    }

    private void close(Actor actor, Registration registration, long number) {
        var now = clock.instant();
        changes.close(number, ChangeRequest.State.DECIDED, now);
        var request = changes.find(number).orElseThrow();
        var organisation = registration.organisation();
        if (request.accepted().isEmpty()) {
            letters.refused(organisation, request);
            return;
        }
        var profile = organisation.profile();
        var draft = registration.draft();
        Set<String> fields = new LinkedHashSet<>();
        for (var value : request.accepted()) {
            profile = ProfileChange.applied(profile, value.item(), value.after());
            for (var field : value.after().entrySet()) {
                draft = draft.with(field.getKey(), field.getValue());
            }
            var scheme = value.item().scheme();
            var old = value.before().getOrDefault(value.item().code(), "");
            scheme.filter(_ -> !old.isEmpty())
                    .ifPresent(s -> registrations.giveBackNumber(organisation, s, old));
            fields.add(value.item().code());
        }
        var changed =
                new Organisation(
                        organisation.id(),
                        organisation.office(),
                        organisation.holder(),
                        profile,
                        organisation.state(),
                        organisation.standing());
        registrations.save(new Registration(changed, draft), now);
        note(actor, "changed", organisation.id(), number, items(request.accepted()));
        events.publishEvent(
                new OrganisationFactsChanged(organisation.id(), fields, Optional.of(number)));
    }

    @Transactional(readOnly = true)
    public Optional<ChangeRequest> find(long number) {
        return changes.find(number);
    }

    /// The request that a document belongs to.
    @Transactional(readOnly = true)
    public Optional<ChangeRequest> withDocument(DocumentId document) {
        return changes.withDocument(document);
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public List<ChangeRequest> of(OrganisationId organisation) {
        return changes.of(organisation);
    }

    /// The open one of an organisation.
    @Transactional(readOnly = true)
    public Optional<ChangeRequest> openOf(OrganisationId organisation) {
        return of(organisation).stream().filter(ChangeRequest::isOpen).findFirst();
    }

    /// What waits for the office, due first comes first.
    @Transactional(readOnly = true)
    public List<ChangeRequest> open(OfficeId office) {
        return changes.open(office);
    }

    private Registration registration(OrganisationId id) {
        return registrations.find(id).orElseThrow(() -> new OrganisationNotFound(id));
    }

    private static String items(List<ChangeValue> values) {
        return String.join(", ", values.stream().map(value -> value.item().code()).toList());
    }

    private void note(Actor actor, String act, OrganisationId id, long number, String detail) {
        audit.record(
                AuditEntry.of(
                                actor,
                                "organisation." + act,
                                AuditSubject.of("change", number),
                                detail)
                        .about(id));
    }
}
