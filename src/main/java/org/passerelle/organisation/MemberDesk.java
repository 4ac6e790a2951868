package org.passerelle.organisation;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.MemberLetters.Told;
import org.passerelle.organisation.MemberOutcome.Reason;
import org.passerelle.organisation.domain.Registrations;
import org.springframework.stereotype.Component;

/// What every change among members has in common: the lock, the question whether the person holds
/// the account, the line in the trail, the letter.
@Component
class MemberDesk {
    private static final String MEMBERS = "/organisation/members";

    private final Registrations registrations;
    private final MemberLetters letters;
    private final People people;
    private final Audit audit;

    MemberDesk(Registrations registrations, MemberLetters letters, People people, Audit audit) {
        this.registrations = registrations;
        this.letters = letters;
        this.people = people;
        this.audit = audit;
    }

    /// Does `act` under the organisation's lock if the person is its holder.
    MemberOutcome asHolder(
            Person who, OrganisationId id, Function<Organisation, MemberOutcome> act) {
        var organisation = registrations.lock(id).organisation();
        return organisation.holder().equals(who.id())
                ? act.apply(organisation)
                : MemberOutcome.refused(Reason.NOT_THE_HOLDER);
    }

    MemberOutcome changed(
            Actor actor,
            Organisation organisation,
            String act,
            PersonId member,
            String detail,
            Object... told) {
        note(actor, organisation, act, member, detail);
        var path = act.equals("removed") ? "" : MEMBERS;
        letters.to(member, organisation, new Told(act, path, unique(), told));
        return new MemberOutcome.Done();
    }

    MemberOutcome left(Person who, Organisation organisation) {
        note(who.actor(), organisation, "left", who.id(), "");
        letters.to(
                organisation.holder(),
                organisation,
                new Told("left", MEMBERS, unique(), who.name()));
        return new MemberOutcome.Done();
    }

    /// Whoever belongs to it now need not ask to join any more: nobody is left to answer them.
    void settleJoining(Actor actor, Organisation organisation, PersonId member, Instant now) {
        registrations.openJoinRequests(organisation.id()).stream()
                .filter(one -> one.person().equals(member))
                .forEach(one ->
                        registrations.answerJoinRequest(one.id(), true, actor.signature(), now));
    }

    /// A line about a person, in the organisation's trail.
    void note(Actor actor, Organisation organisation, String act, PersonId whom, String detail) {
        audit.record(
                AuditEntry.of(
                                actor,
                                "organisation.member-" + act,
                                AuditSubject.of("person", whom),
                                detail)
                        .about(organisation.id()));
    }

    void note(Actor actor, Organisation organisation, String act, String detail) {
        audit.record(
                AuditEntry.of(
                                actor,
                                "organisation." + act,
                                AuditSubject.of("organisation", organisation.id()),
                                detail)
                        .about(organisation.id()));
    }

    String name(PersonId person) {
        return people.find(person).map(Person::name).orElse("–");
    }

    /// `email` in lower case.
    boolean hasAddress(PersonId person, String email) {
        return people.find(person)
                .filter(one -> one.email().toLowerCase(Locale.ROOT).equals(email))
                .isPresent();
    }

    private static String unique() {
        return java.util.UUID.randomUUID().toString();
    }
}
