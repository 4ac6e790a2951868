package org.passerelle.identity;

import java.util.Optional;
import java.util.Set;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.PersonId;

/// Somebody with an account whose address is confirmed. `partner` is whom a partner user works for,
/// `offices` are those that staff works for.
public record Person(
        PersonId id,
        String username,
        String email,
        String firstName,
        String lastName,
        Language language,
        Set<Role> roles,
        Optional<String> partner,
        Offices offices) {

    public Person {
        roles = Set.copyOf(roles);
    }

    /// The same person with other duties.
    Person with(Duties duties) {
        return new Person(
                id,
                username,
                email,
                firstName,
                lastName,
                language,
                duties.roles(),
                duties.partner(),
                duties.offices());
    }

    public Duties duties() {
        return new Duties(roles, partner, offices);
    }

    public String name() {
        return firstName + " " + lastName;
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean isStaff() {
        return roles.stream().anyMatch(Role::isStaff);
    }

    /// Whether the person is staff of this office.
    public boolean worksFor(OfficeId office) {
        return isStaff() && offices.include(office);
    }

    /// The person as the one who acts: staff where they hold a staff role, else a member.
    public Actor actor() {
        return isStaff() ? new Actor.Staff(id, name()) : new Actor.Member(id, name());
    }
}
