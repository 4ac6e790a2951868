package org.passerelle.organisation.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Signature;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.JoinRequest;
import org.passerelle.organisation.JoinRequestId;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Membership;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.OrganisationsFound;

/// Where organisations are kept.
public interface Registrations {

    /// An organisation and what was typed for it.
    record Registration(Organisation organisation, Draft draft) {}

    /// Stores a new organisation with its holder.
    void add(Registration registration, Instant now);

    /// Loads for change: whoever else wants to waits.
    ///
    /// @throws org.passerelle.organisation.OrganisationNotFound when there is none
    Registration lock(OrganisationId id);

    Optional<Registration> find(OrganisationId id);

    void save(Registration registration, Instant now);

    /// The organisation that has a legal number with the office.
    Optional<OrganisationId> ownerOf(OfficeId office, String scheme, String number);

    /// Takes all numbers of `organisation` for it; answers the first that another one has.
    Optional<TakenNumber> takeNumbers(Organisation organisation);

    /// Gives back the numbers taken just now for a registration that was never submitted.
    void giveBackNumbers(Organisation organisation);

    /// Takes one number for an organisation; answers whether it has it now.
    boolean takeNumber(Organisation organisation, String scheme, String number);

    /// Gives a number back that an organisation no longer has.
    void giveBackNumber(Organisation organisation, String scheme, String number);

    record TakenNumber(String scheme, String number) {}

    List<Membership> membershipsOf(PersonId person);

    List<Membership> membersOf(OrganisationId organisation);

    Optional<MemberRole> roleOf(PersonId person, OrganisationId organisation);

    void addMember(Membership membership, Instant now);

    /// Submitted organisations whose name, town or number contains `text`, by name.
    List<Organisation> search(OfficeId office, String text, int limit);

    /// `size` of them after the first `from`, by name, and how many in all.
    OrganisationsFound search(OfficeId office, String text, int from, int size);

    List<Organisation> all(List<OrganisationId> ids);

    /// Those registered with any other office.
    Set<OrganisationId> outside(OfficeId office);

    Set<PersonId> peopleOf(OfficeId office);

    /// Members of organisations of other offices who belong to none of this one.
    Set<PersonId> peopleOutside(OfficeId office);

    /// By what name each is called in lists; those unknown are left out.
    Map<OrganisationId, String> names(Collection<OrganisationId> ids);

    /// Stores a request unless one of that person is open.
    boolean addJoinRequest(JoinRequest request);

    List<JoinRequest> openJoinRequests(OfficeId office);

    List<JoinRequest> openJoinRequests(OrganisationId organisation);

    Optional<JoinRequest> joinRequest(JoinRequestId id);

    Optional<JoinRequest> lockJoinRequest(JoinRequestId id);

    void answerJoinRequest(JoinRequestId id, boolean accepted, Signature by, Instant now);
}
