package org.passerelle.verification;

import java.util.List;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.kernel.OfficeId;
import org.springframework.stereotype.Component;

/// Who may review, for which office.
@Component
class Colleagues {
    private final People people;

    Colleagues(People people) {
        this.people = people;
    }

    List<Reviewer> of(OfficeId office) {
        return people.withDuties().stream()
                .filter(one -> one.worksFor(office))
                .filter(one -> one.has(Role.REVIEWER) || one.has(Role.ADMINISTRATOR))
                .map(Colleagues::reviewer)
                .toList();
    }

    boolean besides(Reviewer reviewer, OfficeId office) {
        return of(office).stream().anyMatch(one -> !one.id().equals(reviewer.id()));
    }

    private static Reviewer reviewer(Person person) {
        return new Reviewer(person.id(), person.name());
    }
}
