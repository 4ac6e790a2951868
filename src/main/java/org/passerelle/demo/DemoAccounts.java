package org.passerelle.demo;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.identity.CreateOutcome;
import org.passerelle.identity.Duties;
import org.passerelle.identity.NewAccount;
import org.passerelle.identity.Offices;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.springframework.stereotype.Component;

/// The accounts that everybody who tries the demo may use. They share one password, which is
/// printed: they exist in the demo only.
@Component
class DemoAccounts {
    static final String PASSWORD = "passerelle-a-pied-2026";

    private static final Actor DEMO = new Actor.Product("demo");

    private final People people;

    DemoAccounts(People people) {
        this.people = people;
    }

    /// Somebody of all offices.
    record Staff(Story.Account account, Role role) {}

    static final List<Staff> STAFF =
            List.of(
                    new Staff(account("reviewer", "Renée Vieuville"), Role.REVIEWER),
                    new Staff(account("manager", "Marc Programme"), Role.PROGRAMME_MANAGER),
                    new Staff(account("finance", "Flore Caisse"), Role.FINANCE),
                    new Staff(account("support", "Sacha Secours"), Role.SUPPORT),
                    new Staff(account("admin", "Adèle Direction"), Role.ADMINISTRATOR));

    private static Story.Account account(String username, String name) {
        return new Story.Account(username, name, Language.FR);
    }

    /// The people of the office who act in the story.
    record Desk(Person reviewer, Person manager, Person finance) {}

    /// Opens the office's accounts, where they are not open yet.
    Desk openStaff() {
        var opened = new EnumMap<Role, Person>(Role.class);
        STAFF.forEach(
                one -> opened.put(one.role(), openStaff(one.account(), one.role(), Offices.all())));
        return new Desk(
                of(opened, Role.REVIEWER),
                of(opened, Role.PROGRAMME_MANAGER),
                of(opened, Role.FINANCE));
    }

    private static Person of(Map<Role, Person> opened, Role role) {
        return Optional.ofNullable(opened.get(role)).orElseThrow();
    }

    /// The account of somebody who works here, opened where it is not open yet.
    Person openStaff(Story.Account account, Role role, Offices offices) {
        return open(account, Duties.staff(Set.of(role), offices));
    }

    /// The account of a member, opened where it is not open yet.
    Person open(Story.Account account) {
        return open(account, Duties.NONE);
    }

    private Person open(Story.Account account, Duties duties) {
        var there = people.findByEmail(account.email());
        if (there.isPresent()) {
            return there.get();
        }
        var outcome =
                people.create(
                        DEMO,
                        new NewAccount(
                                account.username(),
                                account.email(),
                                PASSWORD,
                                account.firstName(),
                                account.lastName(),
                                account.language()),
                        duties);
        if (outcome instanceof CreateOutcome.Created(var person)) {
            return person;
        }
        throw new IllegalStateException(
                "The demo's account " + account.username() + " is refused: " + outcome);
    }
}
