package org.passerelle.organisation;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.passerelle.identity.Person;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.JoinAsk.About;
import org.passerelle.organisation.MemberLetters.Told;
import org.passerelle.organisation.MemberOutcome.Reason;
import org.passerelle.organisation.domain.JoinAsks;
import org.passerelle.organisation.domain.Registrations;
import org.passerelle.pack.BusinessCalendars;
import org.passerelle.pack.Packs;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Requests to join an organisation that somebody registered already (ACC-06). The holder answers;
/// where the holder does not within the office's days, staff may.
@Component
class Joining {
    private final Registrations registrations;
    private final JoinAsks asks;
    private final Packs packs;
    private final JoinLetters answers;
    private final MemberLetters letters;
    private final MemberDesk desk;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Joining(
            Registrations registrations,
            JoinAsks asks,
            Packs packs,
            JoinLetters answers,
            MemberLetters letters,
            MemberDesk desk,
            ApplicationEventPublisher events,
            Clock clock) {
        this.registrations = registrations;
        this.asks = asks;
        this.packs = packs;
        this.answers = answers;
        this.letters = letters;
        this.desk = desk;
        this.events = events;
        this.clock = clock;
    }

    /// Asks for a person by a number. Kept for the asker whether or not somebody has it (ORG-08);
    /// whoever belongs to the organisation has nothing to ask, and is answered false.
    boolean ask(
            Actor actor,
            PersonId person,
            OfficeId office,
            String scheme,
            String number,
            String message) {
        var owner = registrations.ownerOf(office, scheme, number);
        if (owner.filter(id -> belongs(person, id)).isPresent()) {
            return false;
        }
        var ask = ask(person, office, new About.Number(scheme, number), message);
        asks.add(ask, owner.map(id -> request(actor, ask, id)));
        return true;
    }

    /// Staff found that what somebody registered is this organisation: asks for them.
    void ask(Actor.Staff staff, Organisation registered, OrganisationId owner) {
        var person = registered.holder();
        if (!belongs(person, owner)) {
            var about = new About.KnownAs(registered.name());
            var ask = ask(person, registered.office(), about, "");
            asks.add(ask, Optional.of(request(staff, ask, owner)));
        }
    }

    /// An organisation has come: those who asked to join by a number of it wait for its holder now.
    void registered(Organisation organisation) {
        for (var ask : asks.waitingFor(organisation)) {
            if (belongs(ask.person(), organisation.id())) {
                asks.end(ask.id(), JoinAsk.Outcome.ACCEPTED, clock.instant());
            } else {
                var asker = new Actor.Member(ask.person(), desk.name(ask.person()));
                asks.tie(ask.id(), request(asker, ask, organisation.id()));
            }
        }
    }

    private boolean belongs(PersonId person, OrganisationId organisation) {
        return registrations.roleOf(person, organisation).isPresent();
    }

    private JoinAsk ask(PersonId person, OfficeId office, About about, String message) {
        var now = clock.instant();
        return new JoinAsk(
                JoinAskId.random(),
                person,
                office,
                Optional.of(about),
                message,
                now,
                holderUntil(office, now),
                Optional.empty());
    }

    private Instant holderUntil(OfficeId id, Instant now) {
        var office = packs.get(id).office();
        var days = office.promises().joinBusinessDays();
        return BusinessCalendars.of(office).dueAfter(now, days).end();
    }

    /// What the organisation answers: the open request of this person, or a new one.
    private JoinRequestId request(Actor actor, JoinAsk ask, OrganisationId owner) {
        var organisation = registrations.find(owner).orElseThrow().organisation();
        var now = clock.instant();
        var request =
                new JoinRequest(
                        JoinRequestId.random(),
                        owner,
                        ask.person(),
                        ask.message(),
                        now,
                        holderUntil(organisation.office(), now),
                        Optional.empty());
        if (registrations.addJoinRequest(request)) {
            announce(actor, request, organisation);
            return request.id();
        }
        return registrations.openJoinRequests(owner).stream()
                .filter(one -> one.person().equals(ask.person()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void announce(Actor actor, JoinRequest request, Organisation organisation) {
        events.publishEvent(new JoinRequested(request.id(), organisation.id(), request.person()));
        desk.note(actor, organisation, "join-asked", request.person(), "");
        // The office's day ends at the next midnight.
        var lastDay =
                letters.date(
                        request.holderUntil().minusSeconds(1),
                        organisation,
                        organisation.profile().language());
        letters.to(
                organisation.holder(),
                organisation,
                new Told(
                        "join-asked",
                        "/organisation/members",
                        request.id().toString(),
                        desk.name(request.person()),
                        lastDay));
    }

    /// The asker takes it back; nobody is to answer it any more. False when it is not theirs or not
    /// open.
    boolean withdraw(Person who, JoinAskId id) {
        var open = asks.find(id).filter(one -> one.isOpen() && one.person().equals(who.id()));
        if (open.isEmpty()) {
            return false;
        }
        var request = asks.requestOf(id).flatMap(this::open);
        asks.end(id, JoinAsk.Outcome.WITHDRAWN, clock.instant());
        request.ifPresent(one -> {
            registrations.answerJoinRequest(
                    one.id(), false, who.actor().signature(), clock.instant());
            var organisation = registrations.find(one.organisation()).orElseThrow().organisation();
            desk.note(who.actor(), organisation, "join-withdrawn", who.id(), "");
        });
        return true;
    }

    MemberOutcome byHolder(Person who, JoinRequestId id, boolean accepted, MemberRole role) {
        var request = open(id);
        if (request.isEmpty()) {
            return MemberOutcome.refused(Reason.NOT_OPEN);
        }
        if (role == MemberRole.HOLDER) {
            return MemberOutcome.refused(Reason.HOLDER_HANDS_OVER_FIRST);
        }
        return desk.asHolder(
                who,
                request.get().organisation(),
                organisation -> answer(who.actor(), request.get(), organisation, accepted, role));
    }

    MemberOutcome byStaff(Actor.Staff staff, JoinRequestId id, boolean accepted) {
        var request = open(id);
        if (request.isEmpty()) {
            return MemberOutcome.refused(Reason.NOT_OPEN);
        }
        if (clock.instant().isBefore(request.get().holderUntil())) {
            return MemberOutcome.refused(Reason.HOLDER_STILL_HAS_TIME);
        }
        var organisation = registrations.lock(request.get().organisation()).organisation();
        var done = answer(staff, request.get(), organisation, accepted, MemberRole.ORDERER);
        letters.to(
                organisation.holder(),
                organisation,
                new Told(
                        accepted ? "join-staff-accepted" : "join-staff-refused",
                        "/organisation/members",
                        id.toString(),
                        desk.name(request.get().person())));
        return done;
    }

    private Optional<JoinRequest> open(JoinRequestId id) {
        return registrations.lockJoinRequest(id).filter(one -> one.accepted().isEmpty());
    }

    private MemberOutcome answer(
            Actor actor,
            JoinRequest request,
            Organisation organisation,
            boolean accepted,
            MemberRole role) {
        registrations.answerJoinRequest(request.id(), accepted, actor.signature(), clock.instant());
        if (accepted) {
            registrations.addMember(
                    new Membership(organisation.id(), request.person(), role), clock.instant());
        }
        desk.note(
                actor,
                organisation,
                accepted ? "join-accepted" : "join-refused",
                request.person(),
                accepted ? role.name() : "");
        answers.answered(request, organisation, accepted);
        return new MemberOutcome.Done();
    }
}
