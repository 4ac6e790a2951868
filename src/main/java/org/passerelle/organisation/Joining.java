package org.passerelle.organisation;

import java.time.Clock;
import java.util.Optional;
import org.passerelle.identity.Person;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.MemberLetters.Told;
import org.passerelle.organisation.MemberOutcome.Reason;
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
    private final Packs packs;
    private final JoinLetters answers;
    private final MemberLetters letters;
    private final MemberDesk desk;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Joining(
            Registrations registrations,
            Packs packs,
            JoinLetters answers,
            MemberLetters letters,
            MemberDesk desk,
            ApplicationEventPublisher events,
            Clock clock) {
        this.registrations = registrations;
        this.packs = packs;
        this.answers = answers;
        this.letters = letters;
        this.desk = desk;
        this.events = events;
        this.clock = clock;
    }

    void ask(
            Actor actor,
            PersonId person,
            OfficeId office,
            String scheme,
            String number,
            String message) {
        registrations
                .ownerOf(office, scheme, number)
                .ifPresent(owner -> ask(actor, person, owner, message));
    }

    /// Asks for a person; nothing when they belong to it or have asked already.
    void ask(Actor actor, PersonId person, OrganisationId owner, String message) {
        if (registrations.roleOf(person, owner).isPresent()) {
            return;
        }
        var organisation = registrations.find(owner).orElseThrow().organisation();
        var now = clock.instant();
        var office = packs.get(organisation.office()).office();
        var until =
                BusinessCalendars.of(office)
                        .dueAfter(now, office.promises().joinBusinessDays())
                        .end();
        var request =
                new JoinRequest(
                        JoinRequestId.random(),
                        owner,
                        person,
                        message,
                        now,
                        until,
                        Optional.empty());
        if (registrations.addJoinRequest(request)) {
            events.publishEvent(new JoinRequested(request.id(), owner, person));
            desk.note(actor, organisation, "join-asked", person, "");
            // The office's day ends at the next midnight.
            var lastDay =
                    letters.date(
                            until.minusSeconds(1), organisation, organisation.profile().language());
            letters.to(
                    organisation.holder(),
                    organisation,
                    new Told(
                            "join-asked",
                            "/organisation/members",
                            request.id().toString(),
                            desk.name(person),
                            lastDay));
        }
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
        registrations.answerJoinRequest(request.id(), accepted, actor.label(), clock.instant());
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
