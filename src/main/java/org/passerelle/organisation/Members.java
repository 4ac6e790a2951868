package org.passerelle.organisation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.passerelle.document.StoredFile;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.domain.JoinAsks;
import org.passerelle.organisation.domain.Memberships;
import org.passerelle.organisation.domain.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Second face of the organisation module: who may do what for an organisation, and how that
/// changes (ACC-05, ACC-06).
///
/// Every verb asks here, under the organisation's lock, whether the person may; a page that forgot
/// to ask changes nothing.
@Service
@Transactional
public class Members {
    private final Registrations registrations;
    private final Memberships memberships;
    private final JoinAsks asks;
    private final Inviting inviting;
    private final Joining joining;
    private final HandingOver handingOver;
    private final MemberDesk desk;
    private final People people;
    private final Clock clock;

    Members(
            Registrations registrations,
            Memberships memberships,
            JoinAsks asks,
            Inviting inviting,
            Joining joining,
            HandingOver handingOver,
            MemberDesk desk,
            People people,
            Clock clock) {
        this.registrations = registrations;
        this.memberships = memberships;
        this.asks = asks;
        this.inviting = inviting;
        this.joining = joining;
        this.handingOver = handingOver;
        this.desk = desk;
        this.people = people;
        this.clock = clock;
    }

    /// A member by name.
    public record Member(PersonId person, String name, String email, MemberRole role) {}

    /// All members, the holder first.
    @Transactional(readOnly = true)
    public List<Member> of(OrganisationId organisation) {
        return registrations.membersOf(organisation).stream()
                .map(one -> member(one, people.find(one.person())))
                .sorted(java.util.Comparator.comparing(Member::role).thenComparing(Member::name))
                .toList();
    }

    private static Member member(Membership one, Optional<Person> person) {
        return new Member(
                one.person(),
                person.map(Person::name).orElse(""),
                person.map(Person::email).orElse(""),
                one.role());
    }

    /// The holder gives a member another role; the member is told.
    public MemberOutcome changeRole(
            Person who, OrganisationId id, PersonId member, MemberRole role) {
        return desk.asHolder(
                who,
                id,
                organisation -> {
                    var refusal = refusal(id, member, role);
                    if (refusal.isPresent()) {
                        return MemberOutcome.refused(refusal.get());
                    }
                    memberships.setRole(id, member, role);
                    return desk.changed(
                            who.actor(), organisation, "role-changed", member, role.name(), role);
                });
    }

    /// The holder removes a member; the member is told.
    public MemberOutcome remove(Person who, OrganisationId id, PersonId member) {
        return desk.asHolder(
                who,
                id,
                organisation -> {
                    var refusal = refusal(id, member, MemberRole.READER);
                    if (refusal.isPresent()) {
                        return MemberOutcome.refused(refusal.get());
                    }
                    memberships.remove(id, member);
                    handingOver.withdrawOf(who.actor(), organisation, member);
                    return desk.changed(who.actor(), organisation, "removed", member, "");
                });
    }

    private Optional<MemberOutcome.Reason> refusal(
            OrganisationId id, PersonId member, MemberRole wanted) {
        var role = registrations.roleOf(member, id);
        if (role.isEmpty()) {
            return Optional.of(MemberOutcome.Reason.NOT_A_MEMBER);
        }
        return role.get() == MemberRole.HOLDER || wanted == MemberRole.HOLDER
                ? Optional.of(MemberOutcome.Reason.HOLDER_HANDS_OVER_FIRST)
                : Optional.empty();
    }

    /// A member leaves; the holder is told. The holder hands the role over first.
    public MemberOutcome leave(Person who, OrganisationId id) {
        var organisation = registrations.lock(id).organisation();
        var refusal = refusal(id, who.id(), MemberRole.READER);
        if (refusal.isPresent()) {
            return MemberOutcome.refused(refusal.get());
        }
        memberships.remove(id, who.id());
        handingOver.withdrawOf(who.actor(), organisation, who.id());
        return desk.left(who, organisation);
    }

    // Invitations.

    /// The holder offers a place to an address; whoever signs in with it may take the place within
    /// 14 days. The address is written to.
    public MemberOutcome invite(Person who, OrganisationId id, String email, MemberRole role) {
        return inviting.invite(who, id, email, role);
    }

    @Transactional(readOnly = true)
    public List<Invitation> invitations(OrganisationId organisation) {
        return memberships.openInvitations(organisation, clock.instant());
    }

    /// Places that wait for this person.
    @Transactional(readOnly = true)
    public List<Invitation> invitationsFor(Person person) {
        return memberships.openInvitations(person.email(), clock.instant());
    }

    public MemberOutcome withdrawInvitation(Person who, OrganisationId id, InvitationId which) {
        return inviting.withdraw(who, id, which);
    }

    /// The person takes the place or declines it; the holder is told.
    public MemberOutcome answerInvitation(Person who, InvitationId id, boolean accept) {
        return inviting.answer(who, id, accept);
    }

    // Requests to join.

    /// Asks to join the organisation that has a legal number. The answer on screen is the same
    /// whether there is one or not (ACC-06). False when the person belongs to it already, which
    /// they know.
    public boolean askToJoin(
            Actor actor,
            PersonId person,
            OfficeId office,
            String scheme,
            String number,
            String message) {
        return joining.ask(actor, person, office, scheme, number, message);
    }

    /// What the person asked to join and what is not ended yet, newest first; the same whether or
    /// not there is such an organisation (ORG-08).
    @Transactional(readOnly = true)
    public List<JoinAsk> openAsks(PersonId person) {
        return asks.open(person);
    }

    /// One that this person asked, open or ended.
    @Transactional(readOnly = true)
    public Optional<JoinAsk> ask(PersonId person, JoinAskId id) {
        return asks.find(id).filter(one -> one.person().equals(person));
    }

    /// The asker takes it back. False when it is not theirs or not open.
    public boolean withdrawAsk(Person who, JoinAskId id) {
        return joining.withdraw(who, id);
    }

    @Transactional(readOnly = true)
    public Optional<JoinRequest> joinRequest(JoinRequestId id) {
        return registrations.joinRequest(id);
    }

    @Transactional(readOnly = true)
    public List<JoinRequest> joinRequests(OfficeId office) {
        return registrations.openJoinRequests(office);
    }

    @Transactional(readOnly = true)
    public List<JoinRequest> joinRequests(OrganisationId organisation) {
        return registrations.openJoinRequests(organisation);
    }

    /// The holder answers; who is accepted gets `role`. Both are told.
    public MemberOutcome answerJoin(
            Person who, JoinRequestId id, boolean accepted, MemberRole role) {
        return joining.byHolder(who, id, accepted, role);
    }

    /// Staff answers in the holder's place, once the holder's days are over.
    public MemberOutcome answerJoin(Actor.Staff staff, JoinRequestId id, boolean accepted) {
        return joining.byStaff(staff, id, accepted);
    }

    // The holder's role.

    /// The holder offers the role to another member, who has 14 days to take it.
    public MemberOutcome propose(Person who, OrganisationId id, PersonId to) {
        return handingOver.propose(who, id, to);
    }

    /// The other takes the role, or declines it. Both are told.
    public MemberOutcome answerProposal(Person who, HandOverId id, boolean accept) {
        return handingOver.answer(who, id, accept);
    }

    /// The holder takes the proposal back, or stops what staff began.
    public MemberOutcome keepRole(Person who, HandOverId id) {
        return handingOver.keep(who, id);
    }

    /// The holder agrees to what staff began: it takes effect now.
    public MemberOutcome agree(Person who, HandOverId id) {
        return handingOver.agree(who, id);
    }

    /// Staff gives the role to the person with this address, because the holder has left: after the
    /// office's days, unless the holder stops it. The holder is told at once.
    public MemberOutcome replaceHolder(Actor.Staff staff, OrganisationId id, NewHolder newHolder) {
        return handingOver.replace(staff, id, newHolder);
    }

    /// @param file a document that shows that the holder has left and who follows
    public record NewHolder(String email, String reason, String fileName, byte[] file) {}

    /// Staff takes back what staff began.
    public MemberOutcome withdrawReplacement(Actor.Staff staff, HandOverId id) {
        return handingOver.withdrawByStaff(staff, id);
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public List<HandOver> handOvers(OrganisationId organisation) {
        return memberships.handOvers(organisation);
    }

    @Transactional(readOnly = true)
    public Optional<HandOver> handOver(HandOverId id) {
        return memberships.handOver(id);
    }

    /// Open ones that wait for this person, as holder or as successor.
    @Transactional(readOnly = true)
    public List<HandOver> handOversOf(PersonId person) {
        return memberships.openHandOvers(person);
    }

    /// Those that staff began and that wait, soonest first.
    @Transactional(readOnly = true)
    public List<HandOver> replacements(OfficeId office) {
        return memberships.waitingByStaff(office);
    }

    /// The file of a proof, for staff; empty while it may not leave the house.
    @Transactional(readOnly = true)
    public Optional<StoredFile> proofFile(HandOver.Proof proof) {
        return handingOver.file(proof);
    }
}
