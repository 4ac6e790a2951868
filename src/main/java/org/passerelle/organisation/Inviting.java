package org.passerelle.organisation;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.passerelle.identity.Person;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.MemberLetters.Told;
import org.passerelle.organisation.MemberOutcome.Reason;
import org.passerelle.organisation.domain.ContactReading;
import org.passerelle.organisation.domain.Memberships;
import org.passerelle.organisation.domain.Registrations;
import org.springframework.stereotype.Component;

/// Offers places among the members to e-mail addresses. The letter holds no secret: who has
/// confirmed the address to us takes the place, nobody else.
@Component
class Inviting {
    private static final Duration LASTS = Duration.ofDays(14);
    private static final int MOST_OPEN = 30;

    private final Registrations registrations;
    private final Memberships memberships;
    private final MemberLetters letters;
    private final MemberDesk desk;
    private final Clock clock;

    Inviting(
            Registrations registrations,
            Memberships memberships,
            MemberLetters letters,
            MemberDesk desk,
            Clock clock) {
        this.registrations = registrations;
        this.memberships = memberships;
        this.letters = letters;
        this.desk = desk;
        this.clock = clock;
    }

    MemberOutcome invite(Person who, OrganisationId id, String typed, MemberRole role) {
        return desk.asHolder(
                who,
                id,
                organisation -> {
                    var email = typed.strip();
                    if (ContactReading.emailFlaw(email).isPresent()) {
                        return MemberOutcome.refused(Reason.EMAIL_MALFORMED);
                    }
                    if (role == MemberRole.HOLDER) {
                        return MemberOutcome.refused(Reason.HOLDER_HANDS_OVER_FIRST);
                    }
                    if (isMember(id, email)) {
                        return MemberOutcome.refused(Reason.ALREADY_A_MEMBER);
                    }
                    var now = clock.instant();
                    if (memberships.openInvitations(id, now).size() >= MOST_OPEN) {
                        return MemberOutcome.refused(Reason.TOO_MANY_INVITATIONS);
                    }
                    var invitation =
                            new Invitation(
                                    InvitationId.random(),
                                    id,
                                    email,
                                    role,
                                    who.id(),
                                    now,
                                    now.plus(LASTS));
                    memberships.invite(invitation);
                    desk.note(who.actor(), organisation, "invited", role.name());
                    var language = organisation.profile().language();
                    letters.to(
                            email,
                            language,
                            organisation,
                            new Told(
                                    "invited",
                                    "/organisation/waiting",
                                    invitation.id().toString(),
                                    who.name(),
                                    letters.date(invitation.expires(), organisation, language)));
                    return new MemberOutcome.Done();
                });
    }

    private boolean isMember(OrganisationId id, String email) {
        return registrations.membersOf(id).stream()
                .anyMatch(one -> desk.hasAddress(one.person(), email.toLowerCase(Locale.ROOT)));
    }

    MemberOutcome withdraw(Person who, OrganisationId id, InvitationId which) {
        return desk.asHolder(
                who,
                id,
                organisation -> {
                    var open =
                            memberships
                                    .openInvitation(which, clock.instant())
                                    .filter(one -> one.organisation().equals(id));
                    if (open.isEmpty()) {
                        return MemberOutcome.refused(Reason.NOT_OPEN);
                    }
                    memberships.endInvitation(which, "WITHDRAWN", clock.instant());
                    desk.note(who.actor(), organisation, "invitation-withdrawn", "");
                    return new MemberOutcome.Done();
                });
    }

    MemberOutcome answer(Person who, InvitationId id, boolean accept) {
        var now = clock.instant();
        var found =
                memberships
                        .openInvitation(id, now)
                        .filter(one -> one.email().equalsIgnoreCase(who.email()));
        if (found.isEmpty()) {
            return MemberOutcome.refused(Reason.NOT_OPEN);
        }
        var invitation = found.get();
        var organisation = registrations.lock(invitation.organisation()).organisation();
        memberships.endInvitation(id, accept ? "ACCEPTED" : "DECLINED", now);
        if (accept) {
            registrations.addMember(
                    new Membership(organisation.id(), who.id(), invitation.role()), now);
            desk.settleJoining(who.actor(), organisation, who.id(), now);
        }
        var act = accept ? "invitation-accepted" : "invitation-declined";
        desk.note(who.actor(), organisation, act, who.id(), invitation.role().name());
        letters.to(
                organisation.holder(),
                organisation,
                new Told(act, "/organisation/members", id.toString(), who.name()));
        return new MemberOutcome.Done();
    }
}
