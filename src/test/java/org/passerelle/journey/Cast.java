package org.passerelle.journey;

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
import org.passerelle.kernel.PersonId;

/// Opens the accounts of those who are there before a journey begins, and signs them in.
final class Cast {
    static final String PASSWORD = "trois pas sur le pont";

    private final People people;

    Cast(People people) {
        this.people = people;
    }

    /// Somebody with this role, whose username is unique in this run.
    Person with(Role role) {
        var username = role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return account(username + "-" + suffix(), Set.of(role));
    }

    /// Somebody who is a member and nothing else.
    Person member() {
        return account("member-" + suffix(), Set.of());
    }

    /// Signs a person in at the page.
    static void signIn(Visitor visitor, String login) {
        visitor.signIn(login, PASSWORD);
    }

    /// Signs in where the session has ended meanwhile.
    static void signInAgain(Visitor visitor, String login) {
        visitor.open("/account");
        if (visitor.page().url().contains("/sign-in")) {
            signIn(visitor, login);
        }
    }

    private Person account(String username, Set<Role> roles) {
        var outcome =
                people.create(
                        new Actor.Product("journey"),
                        new NewAccount(
                                username,
                                username + "@example.org",
                                PASSWORD,
                                "Robin",
                                username,
                                Language.FR),
                        Duties.staff(roles, Offices.all()));
        if (outcome instanceof CreateOutcome.Created(var person)) {
            return person;
        }
        throw new IllegalStateException(username + ": " + outcome);
    }

    private static String suffix() {
        return PersonId.random().value().toString().substring(0, 8);
    }
}
