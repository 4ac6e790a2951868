package org.passerelle.portal.organisation;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.HandOver;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Members;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.portal.organisation.OrganisationPage.Request;
import org.passerelle.portal.organisation.OrganisationPage.Todo;
import org.passerelle.ui.Frame;
import org.springframework.stereotype.Component;

/// What waits for the reader's word about members: who asks to join, and the account on its way to
/// another (ACC-05, ACC-06). The letters said so; whoever missed them finds it here.
@Component
class MembersToAnswer {
    private static final String MEMBERS = "/organisation/members";

    private final Members members;
    private final Organisations organisations;
    private final People people;

    MembersToAnswer(Members members, Organisations organisations, People people) {
        this.members = members;
        this.organisations = organisations;
        this.people = people;
    }

    List<Todo> of(Organisation organisation, MemberRole role, PersonId reader, Frame frame) {
        var todo = new ArrayList<Todo>();
        members.handOvers(organisation.id()).stream()
                .filter(HandOver::isOpen)
                .findFirst()
                .flatMap(open -> handOver(open, organisation, role, reader, frame))
                .ifPresent(todo::add);
        if (role == MemberRole.HOLDER) {
            joins(organisation, frame).ifPresent(todo::add);
        }
        return todo;
    }

    private Optional<Todo> handOver(
            HandOver open,
            Organisation organisation,
            MemberRole role,
            PersonId reader,
            Frame frame) {
        var day = day(open, frame);
        var answer = frame.word("member.todo.answer");
        if (open.byStaff().isPresent()) {
            return role == MemberRole.HOLDER
                    ? Optional.of(
                            Todo.at(
                                    frame.word("member.passing.staff.title"),
                                    frame.word("member.todo.replaced.hint", name(open.to()), day),
                                    answer,
                                    MEMBERS))
                    : Optional.empty();
        }
        return open.to().equals(reader)
                ? Optional.of(
                        Todo.at(
                                frame.word("member.waiting.holder", organisation.name()),
                                frame.word("member.todo.hand-over.hint", name(open.from()), day),
                                answer,
                                "/organisation/waiting"))
                : Optional.empty();
    }

    /// Accounts that staff gives to the reader, who may belong to no organisation yet.
    List<Request> coming(PersonId reader, Frame frame) {
        return members.handOversOf(reader).stream()
                .filter(one -> one.to().equals(reader) && one.byStaff().isPresent())
                .map(one ->
                        new Request(
                                frame.word(
                                        "member.waiting.holder",
                                        organisations.get(one.organisation()).name()),
                                frame.word(
                                        "member.waiting.coming", name(one.from()), day(one, frame)),
                                "/organisation/waiting"))
                .toList();
    }

    private static String day(HandOver one, Frame frame) {
        return frame.words().date(one.due().atZone(frame.zone()).toLocalDate());
    }

    private Optional<Todo> joins(Organisation organisation, Frame frame) {
        var asked = members.joinRequests(organisation.id());
        var names = asked.stream().map(one -> name(one.person())).collect(joining(", "));
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Todo.at(
                                frame.words().get("member.todo.joins", asked.size()),
                                frame.word("member.todo.joins.hint", names),
                                frame.word("member.todo.answer"),
                                MEMBERS));
    }

    private String name(PersonId person) {
        return people.find(person).map(Person::name).orElse("–");
    }
}
