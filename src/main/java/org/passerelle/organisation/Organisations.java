package org.passerelle.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.Localised;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.domain.Completeness;
import org.passerelle.organisation.domain.OwnData;
import org.passerelle.organisation.domain.RegistrationReading;
import org.passerelle.organisation.domain.Registrations;
import org.passerelle.organisation.domain.Registrations.Registration;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face of the organisation module: everything others may ask of it.
///
/// Whether a person may act for an organisation is asked with `may` by whoever serves the request.
@Service
@Transactional
public class Organisations {
    private static final int MOST_FOUND = 200;

    private final Registrations registrations;
    private final Packs packs;
    private final Duplicates duplicates;
    private final Branches branches;
    private final Joining joining;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Organisations(
            Registrations registrations,
            Packs packs,
            Duplicates duplicates,
            Branches branches,
            Joining joining,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.registrations = registrations;
        this.packs = packs;
        this.duplicates = duplicates;
        this.branches = branches;
        this.joining = joining;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Opens a registration with an office; `holder` becomes its account holder (ORG-01).
    ///
    /// @throws java.util.NoSuchElementException when the office is not installed
    public OrganisationId start(Actor actor, PersonId holder, OfficeId office) {
        var pack = packs.get(office);
        var organisation =
                new Organisation(
                        OrganisationId.random(),
                        office,
                        holder,
                        Profile.empty(pack.office().country(), language(pack)),
                        new RegistrationState.Draft(),
                        new Standing.Undecided());
        registrations.add(new Registration(organisation, Draft.empty()), clock.instant());
        note(actor, "started", organisation.id(), "");
        return organisation.id();
    }

    /// Stores fields of a registration as typed, right or wrong; fields not named stay (ORG-01).
    public SaveOutcome save(Actor actor, OrganisationId id, Draft values) {
        return save(actor, id, values, Seen.nothing());
    }

    /// The same, typed into a page that showed `seen`: what another window changed meanwhile is
    /// never replaced unseen (ORG-01).
    public SaveOutcome save(Actor actor, OrganisationId id, Draft values, Seen seen) {
        var registration = registrations.lock(id);
        var organisation = registration.organisation();
        if (!organisation.isDraft()) {
            return new SaveOutcome.AlreadySubmitted();
        }
        var merged = seen.merge(registration.draft(), values);
        var draft = merged.draft();
        var reading = read(draft, organisation.office());
        registrations.save(
                new Registration(with(organisation, reading.profile()), draft), clock.instant());
        return new SaveOutcome.Saved(reading.faults(), merged.clashes());
    }

    /// Changes the data that a qualified organisation keeps right on its own: all that no change
    /// request is needed for. Fields not named stay, others than these are passed over (ORG-04).
    /// What another window changed since `seen` was shown is never replaced unseen: then nothing is
    /// stored.
    public AmendOutcome amend(Actor actor, OrganisationId id, Draft values, Seen seen) {
        var registration = registrations.lock(id);
        var organisation = registration.organisation();
        if (!(organisation.standing() instanceof Standing.Qualified) || organisation.isDraft()) {
            return new AmendOutcome.NotQualified();
        }
        var merged = seen.merge(registration.draft(), OwnData.only(values));
        if (!merged.clashes().isEmpty()) {
            return new AmendOutcome.Clashing(registration.draft(), merged);
        }
        var draft = merged.draft();
        var reading = read(draft, organisation.office());
        var office = packs.get(organisation.office()).office();
        var faults = reading.faults().stream().filter(one -> OwnData.holds(one.field())).toList();
        var missing =
                Completeness.missing(draft, office, Set.of()).stream()
                        .filter(one ->
                                one instanceof Missing.Value(var field) && OwnData.holds(field))
                        .toList();
        if (!faults.isEmpty() || !missing.isEmpty()) {
            return new AmendOutcome.Faulty(missing, faults);
        }
        var profile = OwnData.applied(organisation.profile(), reading.profile());
        var fields = OwnData.differing(organisation.profile(), profile);
        if (!fields.isEmpty()) {
            registrations.save(
                    new Registration(with(organisation, profile), draft), clock.instant());
            note(actor, "amended", id, String.join(", ", fields));
            events.publishEvent(new OrganisationFactsChanged(id, fields, Optional.empty()));
        }
        return new AmendOutcome.Amended(fields);
    }

    /// What a registration still needs; `evidence` holds the kinds of documents already given,
    /// which `verification` knows.
    @Transactional(readOnly = true)
    public List<Missing> missing(OrganisationId id, Set<Localised> evidence) {
        var registration = registration(id);
        var office = packs.get(registration.organisation().office()).office();
        return Completeness.missing(registration.draft(), office, evidence);
    }

    /// Everything in a registration that cannot stand as it is.
    @Transactional(readOnly = true)
    public List<Fault> faults(OrganisationId id) {
        var registration = registration(id);
        return read(registration.draft(), registration.organisation().office()).faults();
    }

    /// Hands a registration to the office when nothing is missing or wrong. `verification` calls
    /// this in the transaction that opens its case.
    public SubmitOutcome submit(Actor actor, OrganisationId id, Set<Localised> evidence) {
        var registration = registrations.lock(id);
        var organisation = registration.organisation();
        if (!organisation.isDraft()) {
            return new SubmitOutcome.AlreadySubmitted();
        }
        var office = packs.get(organisation.office()).office();
        var reading = read(registration.draft(), organisation.office());
        var missing = Completeness.missing(registration.draft(), office, evidence);
        if (!missing.isEmpty() || !reading.faults().isEmpty()) {
            return new SubmitOutcome.Incomplete(missing, reading.faults());
        }
        var submitted =
                new Organisation(
                        id,
                        organisation.office(),
                        organisation.holder(),
                        reading.profile(),
                        new RegistrationState.Submitted(clock.instant()),
                        organisation.standing());
        var taken = registrations.takeNumbers(submitted);
        if (taken.isPresent()) {
            return new SubmitOutcome.AlreadyRegistered(taken.get().scheme(), taken.get().number());
        }
        if (duplicates.holds(submitted)) {
            registrations.giveBackNumbers(submitted);
            return duplicates.isHeld(id) ? new SubmitOutcome.Held() : new SubmitOutcome.FoundSame();
        }
        registrations.save(new Registration(submitted, registration.draft()), clock.instant());
        branches.submitted(submitted);
        joining.registered(submitted);
        note(actor, "submitted", id, submitted.name());
        events.publishEvent(new OrganisationSubmitted(id, organisation.office()));
        events.publishEvent(new OrganisationFactsChanged(id));
        return new SubmitOutcome.Submitted(id);
    }

    /// Gives a registration back to the organisation to be corrected and submitted anew: after a
    /// refusal that is not final, or when re-qualification is due. Changes nothing in a draft.
    public void reopen(Actor actor, OrganisationId id) {
        var registration = registrations.lock(id);
        var organisation = registration.organisation();
        if (organisation.standing() instanceof Standing.Qualified) {
            throw new IllegalStateException("A qualified organisation asks for changes: " + id);
        }
        var draft =
                new Organisation(
                        id,
                        organisation.office(),
                        organisation.holder(),
                        organisation.profile(),
                        new RegistrationState.Draft(),
                        organisation.standing());
        registrations.save(new Registration(draft, registration.draft()), clock.instant());
        note(actor, "reopened", id, "");
    }

    /// @throws OrganisationNotFound when there is none
    @Transactional(readOnly = true)
    public Organisation get(OrganisationId id) {
        return registration(id).organisation();
    }

    @Transactional(readOnly = true)
    public Optional<Organisation> find(OrganisationId id) {
        return registrations.find(id).map(Registration::organisation);
    }

    /// What was typed, for the form to show again.
    @Transactional(readOnly = true)
    public Draft draft(OrganisationId id) {
        return registration(id).draft();
    }

    @Transactional(readOnly = true)
    public List<Organisation> all(List<OrganisationId> ids) {
        return registrations.all(ids);
    }

    /// The names of those that are known: lists of other things need no more.
    @Transactional(readOnly = true)
    public Map<OrganisationId, String> names(Collection<OrganisationId> ids) {
        return registrations.names(ids);
    }

    /// The organisations of every other office: a trail or an outbox that knows no offices leaves
    /// them out.
    @Transactional(readOnly = true)
    public Set<OrganisationId> outside(OfficeId office) {
        return registrations.outside(office);
    }

    /// Who belongs to an organisation of this office.
    @Transactional(readOnly = true)
    public Set<PersonId> peopleOf(OfficeId office) {
        return registrations.peopleOf(office);
    }

    /// Who belongs to organisations of other offices only.
    @Transactional(readOnly = true)
    public Set<PersonId> peopleOutside(OfficeId office) {
        return registrations.peopleOutside(office);
    }

    /// Organisations of an office by name, town or legal number; the whole list for blank text, 200
    /// at most. For staff.
    @Transactional(readOnly = true)
    public List<Organisation> search(OfficeId office, String text) {
        return registrations.search(office, text.replace("\0", "").strip(), MOST_FOUND);
    }

    /// The same, a page at a time: `size` of them after the first `from`, and how many in all.
    @Transactional(readOnly = true)
    public OrganisationsFound search(OfficeId office, String text, int from, int size) {
        return registrations.search(office, text.replace("\0", "").strip(), from, size);
    }

    /// The organisations a person belongs to, by name (ACC-05).
    @Transactional(readOnly = true)
    public List<Membership> organisationsOf(PersonId person) {
        return registrations.membershipsOf(person);
    }

    @Transactional(readOnly = true)
    public List<Membership> membersOf(OrganisationId organisation) {
        return registrations.membersOf(organisation);
    }

    /// A person's role in an organisation; empty for outsiders and for unknown organisations alike.
    @Transactional(readOnly = true)
    public Optional<MemberRole> may(PersonId person, OrganisationId organisation) {
        return registrations.roleOf(person, organisation);
    }

    /// Records the statuses that the office found beside those of the legal form (VER-04). Called
    /// by `verification` only, before it records the standing, which tells that facts changed.
    public void recordStatuses(OrganisationId id, Set<String> statuses) {
        var registration = registrations.lock(id);
        var organisation = registration.organisation();
        var changed =
                new Organisation(
                        id,
                        organisation.office(),
                        organisation.holder(),
                        organisation.profile().with(statuses),
                        organisation.state(),
                        organisation.standing());
        registrations.save(new Registration(changed, registration.draft()), clock.instant());
    }

    /// Records what the office decided. Called by `verification` only.
    public void recordStanding(OrganisationId id, Standing standing) {
        var registration = registrations.lock(id);
        var organisation = registration.organisation();
        var changed =
                new Organisation(
                        id,
                        organisation.office(),
                        organisation.holder(),
                        organisation.profile(),
                        organisation.state(),
                        standing);
        registrations.save(new Registration(changed, registration.draft()), clock.instant());
        events.publishEvent(new OrganisationFactsChanged(id));
    }

    /// Whether another organisation has this number; nothing else about it is told (ORG-03).
    @Transactional(readOnly = true)
    public boolean isTaken(OrganisationId asking, String scheme, String number) {
        var office = get(asking).office();
        return registrations
                .ownerOf(office, scheme, number)
                .filter(owner -> !owner.equals(asking))
                .isPresent();
    }

    private void note(Actor actor, String act, OrganisationId id, String detail) {
        audit.record(
                AuditEntry.of(
                                actor,
                                "organisation." + act,
                                AuditSubject.of("organisation", id),
                                detail)
                        .about(id));
    }

    private Registration registration(OrganisationId id) {
        return registrations.find(id).orElseThrow(() -> new OrganisationNotFound(id));
    }

    private RegistrationReading read(Draft draft, OfficeId office) {
        var pack = packs.get(office);
        return RegistrationReading.of(draft, pack, today(pack));
    }

    private LocalDate today(Pack pack) {
        return clock.instant().atZone(pack.office().zone()).toLocalDate();
    }

    private static Language language(Pack pack) {
        return pack.office().languages().getFirst();
    }

    private static Organisation with(Organisation organisation, Profile profile) {
        return new Organisation(
                organisation.id(),
                organisation.office(),
                organisation.holder(),
                profile,
                organisation.state(),
                organisation.standing());
    }
}
