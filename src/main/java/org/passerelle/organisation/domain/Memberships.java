package org.passerelle.organisation.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.HandOver;
import org.passerelle.organisation.HandOverId;
import org.passerelle.organisation.Invitation;
import org.passerelle.organisation.InvitationId;
import org.passerelle.organisation.MemberRole;

/// Where it is kept who may do what for an organisation, and who is about to.
///
/// Whoever changes members locks the organisation first ([Registrations#lock]).
public interface Memberships {
    void setRole(OrganisationId organisation, PersonId person, MemberRole role);

    void remove(OrganisationId organisation, PersonId person);

    /// Makes `to` the holder and the holder an orderer; `to` need not be a member yet.
    void passHolder(OrganisationId organisation, PersonId from, PersonId to, Instant now);

    /// Stores an invitation; an open one of the same address is replaced.
    void invite(Invitation invitation);

    Optional<Invitation> openInvitation(InvitationId id, Instant now);

    /// Neither answered nor expired, oldest first.
    List<Invitation> openInvitations(OrganisationId organisation, Instant now);

    List<Invitation> openInvitations(String email, Instant now);

    /// `state` is ACCEPTED, DECLINED or WITHDRAWN.
    void endInvitation(InvitationId id, String state, Instant now);

    /// False, and nothing stored, when one is open.
    boolean begin(HandOver handOver);

    Optional<HandOver> handOver(HandOverId id);

    /// The same for change: whoever else wants to waits.
    Optional<HandOver> lockHandOver(HandOverId id);

    /// Those whose proof does not lie with `document` yet.
    List<HandOverId> withProofsElsewhere();

    void keepProof(HandOverId id, HandOver.Proof proof);

    /// Newest first.
    List<HandOver> handOvers(OrganisationId organisation);

    /// Those still open that concern this person as holder or as successor.
    List<HandOver> openHandOvers(PersonId person);

    /// Those that staff began and that wait, soonest due first.
    List<HandOver> waitingByStaff(OfficeId office);

    void end(HandOverId id, HandOver.State state, Instant now);
}
