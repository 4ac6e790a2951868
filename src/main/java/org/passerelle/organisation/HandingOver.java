package org.passerelle.organisation;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.agenda.Agenda;
import org.passerelle.agenda.DueHandler;
import org.passerelle.document.Document;
import org.passerelle.document.Documents;
import org.passerelle.document.StoredFile;
import org.passerelle.document.TakeOutcome;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.HandOver.State;
import org.passerelle.organisation.MemberLetters.Told;
import org.passerelle.organisation.MemberOutcome.Reason;
import org.passerelle.organisation.domain.Memberships;
import org.passerelle.organisation.domain.Registrations;
import org.passerelle.pack.BusinessCalendars;
import org.passerelle.pack.Packs;
import org.springframework.stereotype.Component;

/// Passes the account holder's role on (ACC-05). Holder and successor hear of every step.
@Component
class HandingOver implements DueHandler {
    private static final String KIND = "organisation.hand-over";
    private static final Duration PROPOSAL_LASTS = Duration.ofDays(14);
    private static final Actor PRODUCT = new Actor.Product("hand-over");
    private static final String MEMBERS = "/organisation/members";
    private static final String MINE = "/organisation/waiting";
    private static final String HOME = "/organisation";
    private static final String PROPOSED = "hand-over-proposed";

    private final Registrations registrations;
    private final Memberships memberships;
    private final Documents documents;
    private final People people;
    private final Packs packs;
    private final MemberLetters letters;
    private final MemberDesk desk;
    private final Agenda agenda;
    private final Clock clock;

    HandingOver(
            Registrations registrations,
            Memberships memberships,
            Documents documents,
            People people,
            Packs packs,
            MemberLetters letters,
            MemberDesk desk,
            Agenda agenda,
            Clock clock) {
        this.registrations = registrations;
        this.memberships = memberships;
        this.documents = documents;
        this.people = people;
        this.packs = packs;
        this.letters = letters;
        this.desk = desk;
        this.agenda = agenda;
        this.clock = clock;
    }

    MemberOutcome propose(Person who, OrganisationId id, PersonId to) {
        return desk.asHolder(
                who,
                id,
                organisation -> {
                    if (to.equals(who.id()) || registrations.roleOf(to, id).isEmpty()) {
                        return MemberOutcome.refused(Reason.NOT_A_MEMBER);
                    }
                    var due = clock.instant().plus(PROPOSAL_LASTS);
                    var begun = begin(organisation, to, due, Optional.empty());
                    if (begun.isEmpty()) {
                        return MemberOutcome.refused(Reason.HAND_OVER_OPEN);
                    }
                    desk.note(who.actor(), organisation, "hand-over-proposed", to, "");
                    tell(begun.get(), organisation, PROPOSED);
                    return new MemberOutcome.Done();
                });
    }

    MemberOutcome replace(Actor.Staff staff, OrganisationId id, Members.NewHolder wanted) {
        var organisation = registrations.lock(id).organisation();
        var reason = wanted.reason().strip();
        if (reason.isEmpty()) {
            return MemberOutcome.refused(Reason.REASON_MISSING);
        }
        var to = people.findByEmail(wanted.email()).map(Person::id);
        if (to.isEmpty()) {
            return MemberOutcome.refused(Reason.NOBODY_WITH_THIS_ADDRESS);
        }
        if (to.get().equals(organisation.holder())) {
            return MemberOutcome.refused(Reason.ALREADY_A_MEMBER);
        }
        var isOpen = memberships.handOvers(id).stream().anyMatch(HandOver::isOpen);
        if (isOpen) {
            return MemberOutcome.refused(Reason.HAND_OVER_OPEN);
        }
        var office = packs.get(organisation.office()).office();
        var file =
                documents.take(
                        Optional.of(staff.person()),
                        wanted.fileName(),
                        new ByteArrayInputStream(wanted.file()),
                        office.documents().largestMegabytes());
        return switch (file) {
            case TakeOutcome.Taken(var document) ->
                    replace(staff, organisation, to.get(), reason, document);
            case TakeOutcome.Infected _ -> MemberOutcome.refused(Reason.FILE_INFECTED);
            case TakeOutcome.Empty _, TakeOutcome.TooLarge _, TakeOutcome.TypeNotTaken _ ->
                    MemberOutcome.refused(Reason.FILE_NOT_TAKEN);
        };
    }

    private MemberOutcome replace(
            Actor.Staff staff,
            Organisation organisation,
            PersonId to,
            String reason,
            Document proof) {
        var office = packs.get(organisation.office()).office();
        var due =
                BusinessCalendars.of(office)
                        .dueAfter(clock.instant(), office.promises().handOverBusinessDays())
                        .end();
        var by = new HandOver.ByStaff(staff.person(), reason, HandOver.Proof.of(proof));
        var begun = begin(organisation, to, due, Optional.of(by)).orElseThrow();
        documents.hold(Optional.of(staff.person()), List.of(proof.id()), matter(begun.id()));
        desk.note(staff, organisation, "holder-replacement-begun", to, reason);
        tell(begun, organisation, "replacement-begun");
        return new MemberOutcome.Done();
    }

    private Optional<HandOver> begin(
            Organisation organisation,
            PersonId to,
            Instant due,
            Optional<HandOver.ByStaff> byStaff) {
        var handOver =
                new HandOver(
                        HandOverId.random(),
                        organisation.id(),
                        organisation.holder(),
                        to,
                        State.OPEN,
                        clock.instant(),
                        due,
                        byStaff);
        if (!memberships.begin(handOver)) {
            return Optional.empty();
        }
        agenda.plan(KIND, handOver.id().toString(), due);
        return Optional.of(handOver);
    }

    MemberOutcome answer(Person who, HandOverId id, boolean accept) {
        return whileOpen(
                id,
                open -> open.to().equals(who.id()) && open.byStaff().isEmpty(),
                (open, organisation) ->
                        accept
                                ? pass(who.actor(), open, organisation)
                                : end(who.actor(), open, organisation, State.DECLINED));
    }

    MemberOutcome keep(Person who, HandOverId id) {
        return whileOpen(
                id,
                open -> open.from().equals(who.id()),
                (open, organisation) ->
                        end(
                                who.actor(),
                                open,
                                organisation,
                                open.byStaff().isPresent() ? State.STOPPED : State.WITHDRAWN));
    }

    MemberOutcome agree(Person who, HandOverId id) {
        return whileOpen(
                id,
                open -> open.from().equals(who.id()) && open.byStaff().isPresent(),
                (open, organisation) -> pass(who.actor(), open, organisation));
    }

    MemberOutcome withdrawByStaff(Actor.Staff staff, HandOverId id) {
        return whileOpen(
                id,
                open -> open.byStaff().isPresent(),
                (open, organisation) -> end(staff, open, organisation, State.WITHDRAWN));
    }

    /// Somebody who leaves or is removed takes no role over.
    void withdrawOf(Actor actor, Organisation organisation, PersonId member) {
        memberships.handOvers(organisation.id()).stream()
                .filter(one -> one.isOpen() && one.byStaff().isEmpty() && one.to().equals(member))
                .forEach(one -> end(actor, one, organisation, State.WITHDRAWN));
    }

    /// As `document` keeps what it holds its proof for.
    static String matter(HandOverId id) {
        return "hand-over " + id;
    }

    /// Empty for one that is not there, or may not leave the house.
    Optional<StoredFile> file(HandOver.Proof proof) {
        return proof.document().flatMap(documents::open);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fallDue(String subject, Instant due) {
        whileOpen(
                HandOverId.of(subject),
                _ -> true,
                (open, organisation) ->
                        open.byStaff().isPresent()
                                ? pass(PRODUCT, open, organisation)
                                : end(PRODUCT, open, organisation, State.LAPSED));
    }

    private interface Step {
        MemberOutcome take(HandOver open, Organisation organisation);
    }

    /// The organisation is locked before the hand-over, as everywhere.
    private MemberOutcome whileOpen(
            HandOverId id, java.util.function.Predicate<HandOver> mayBe, Step step) {
        var known = memberships.handOver(id);
        if (known.isEmpty()) {
            return MemberOutcome.refused(Reason.NOT_OPEN);
        }
        var organisation = registrations.lock(known.get().organisation()).organisation();
        return memberships
                .lockHandOver(id)
                .filter(HandOver::isOpen)
                .filter(mayBe)
                .map(open -> step.take(open, organisation))
                .orElseGet(() -> MemberOutcome.refused(Reason.NOT_OPEN));
    }

    private MemberOutcome pass(Actor actor, HandOver open, Organisation organisation) {
        if (!organisation.holder().equals(open.from())) {
            return end(actor, open, organisation, State.LAPSED);
        }
        memberships.passHolder(organisation.id(), open.from(), open.to(), clock.instant());
        memberships.end(open.id(), State.DONE, clock.instant());
        desk.settleJoining(actor, organisation, open.to(), clock.instant());
        agenda.cancel(KIND, open.id().toString());
        desk.note(actor, organisation, "hand-over-done", open.to(), "from " + open.from());
        tell(open, organisation, "hand-over-done");
        return new MemberOutcome.Done();
    }

    private MemberOutcome end(Actor actor, HandOver open, Organisation organisation, State state) {
        memberships.end(open.id(), state, clock.instant());
        agenda.cancel(KIND, open.id().toString());
        desk.note(
                actor,
                organisation,
                "hand-over-" + state.name().toLowerCase(java.util.Locale.ROOT),
                open.to(),
                "");
        tell(open, organisation, "hand-over-ended");
        return new MemberOutcome.Done();
    }

    /// Both sides hear the same, each in their language: names of both, and until when.
    private void tell(HandOver about, Organisation organisation, String kind) {
        for (var reader : new PersonId[] {about.from(), about.to()}) {
            var side = reader.equals(about.from()) ? "holder" : "successor";
            people.find(reader)
                    .ifPresent(person ->
                            letters.to(
                                    person,
                                    organisation,
                                    new Told(
                                            kind + "-" + side,
                                            side.equals("holder")
                                                    ? MEMBERS
                                                    : kind.equals(PROPOSED) ? MINE : HOME,
                                            about.id() + ":" + kind,
                                            desk.name(about.from()),
                                            desk.name(about.to()),
                                            letters.date(
                                                    about.due(),
                                                    organisation,
                                                    person.language()))));
        }
    }
}
