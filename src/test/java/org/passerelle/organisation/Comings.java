package org.passerelle.organisation;

import java.util.Map;
import java.util.UUID;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OrganisationId;

/// An organisation in which everything that may come to or pass between its members is open: a
/// member, an invitation, a request to join, a hand-over.
public record Comings(
        Person member, Invitation invitation, JoinRequest request, HandOver handOver) {
    /// Opens all of it, by what the people themselves would do.
    public static Comings to(
            OrganisationId id,
            Person holder,
            Organisations organisations,
            Members members,
            People people) {
        var member = Accounts.member(people);
        members.invite(holder, id, member.email(), MemberRole.ORDERER);
        members.answerInvitation(member, members.invitationsFor(member).getFirst().id(), true);
        members.invite(
                holder, id, "invited-" + UUID.randomUUID() + "@example.org", MemberRole.READER);
        members.propose(holder, id, member.id());
        var organisation = organisations.get(id);
        var number = organisation.profile().identifiers().entrySet().iterator().next();
        var asker = Accounts.member(people);
        members.askToJoin(
                new SignedIn(asker).actor(),
                asker.id(),
                organisation.office(),
                number.getKey(),
                number.getValue(),
                "");
        return new Comings(
                member,
                members.invitations(id).getFirst(),
                members.joinRequests(id).getFirst(),
                members.handOvers(id).getFirst());
    }

    /// Address → what of the organisation it names.
    public Map<String, String> byAddress() {
        return Map.of(
                "/organisation/members/{person}/role", member.id().toString(),
                "/organisation/members/{person}/remove", member.id().toString(),
                "/organisation/members/invitations/{id}/withdraw", invitation.id().toString(),
                "/organisation/waiting/invitations/{id}", invitation.id().toString(),
                "/organisation/members/joins/{id}", request.id().toString(),
                "/organisation/members/hand-over/{id}/keep", handOver.id().toString(),
                "/organisation/members/hand-over/{id}/agree", handOver.id().toString(),
                "/organisation/waiting/hand-overs/{id}", handOver.id().toString());
    }
}
