package org.passerelle.portal.members;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.HandOver;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Members;
import org.passerelle.organisation.Members.Member;
import org.passerelle.organisation.Membership;
import org.passerelle.organisation.Organisations;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Namesakes;
import org.passerelle.ui.Option;
import org.springframework.stereotype.Component;

/// Builds the pages about members.
@Component
class MemberViews {
    private final Members members;
    private final Organisations organisations;
    private final People people;

    MemberViews(Members members, Organisations organisations, People people) {
        this.members = members;
        this.organisations = organisations;
        this.people = people;
    }

    MembersPage page(Membership reader, Form form, FormErrors errors, Frame frame) {
        var id = reader.organisation();
        var holds = reader.role() == MemberRole.HOLDER;
        var all = members.of(id);
        var namesakes = Namesakes.among(all.stream().map(Member::name).toList());
        return new MembersPage(
                organisations.get(id).name(),
                holds,
                !holds,
                all.stream().map(one -> row(one, namesakes, reader.person(), frame)).toList(),
                holds ? invitations(id, frame) : List.of(),
                holds ? joins(id, frame) : List.of(),
                members.handOvers(id).stream()
                        .filter(HandOver::isOpen)
                        .findFirst()
                        .map(open -> passing(open, holds, namesakes, frame)),
                holds ? heirs(all, namesakes) : List.of(),
                roles(frame),
                form,
                errors);
    }

    private static MembersPage.Row row(
            Member one, Namesakes namesakes, PersonId reader, Frame frame) {
        return new MembersPage.Row(
                one.person().toString(),
                one.name(),
                namesakes.told(one.name(), one.email()),
                one.email(),
                role(one.role(), frame),
                one.role().name(),
                one.person().equals(reader));
    }

    private List<MembersPage.Invited> invitations(OrganisationId id, Frame frame) {
        return members.invitations(id).stream()
                .map(one ->
                        new MembersPage.Invited(
                                one.id().toString(),
                                one.email(),
                                role(one.role(), frame),
                                day(one.expires(), frame)))
                .toList();
    }

    private List<MembersPage.Join> joins(OrganisationId id, Frame frame) {
        var asking = members.joinRequests(id);
        var namesakes = Namesakes.among(asking.stream().map(one -> name(one.person())).toList());
        return asking.stream()
                .map(one ->
                        new MembersPage.Join(
                                one.id().toString(),
                                name(one.person()),
                                namesakes.told(name(one.person()), email(one.person())),
                                email(one.person()),
                                one.message(),
                                lastDay(one.holderUntil(), frame)))
                .toList();
    }

    private MembersPage.Passing passing(
            HandOver open, boolean holds, Namesakes namesakes, Frame frame) {
        return new MembersPage.Passing(
                open.id().toString(),
                namesakes.told(name(open.to()), email(open.to())),
                day(open.due(), frame),
                open.byStaff().isPresent(),
                holds);
    }

    private static List<Option> heirs(List<Member> all, Namesakes namesakes) {
        return all.stream()
                .filter(one -> one.role() != MemberRole.HOLDER)
                .map(one ->
                        Option.of(one.person().toString(), namesakes.told(one.name(), one.email())))
                .toList();
    }

    private static List<Option> roles(Frame frame) {
        return Stream.of(MemberRole.ORDERER, MemberRole.READER)
                .map(role -> Option.of(role.name(), role(role, frame)))
                .toList();
    }

    static String role(MemberRole role, Frame frame) {
        return frame.word("member.role." + role.name().toLowerCase(Locale.ROOT));
    }

    /// The day that ends at an instant.
    private static String lastDay(Instant end, Frame frame) {
        return day(end.minusSeconds(1), frame);
    }

    static String day(Instant instant, Frame frame) {
        return frame.words().date(instant.atZone(frame.zone()).toLocalDate());
    }

    private String email(PersonId person) {
        return people.find(person).map(Person::email).orElse("");
    }

    String name(PersonId person) {
        return people.find(person).map(Person::name).orElse("–");
    }
}
