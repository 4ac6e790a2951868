package org.passerelle.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.PersonId;

/// People for tests, each with names nobody else has. Their password is [#PASSWORD].
public final class Accounts {
    public static final String PASSWORD = "seven boats under one bridge";

    private Accounts() {}

    /// Somebody who has no account.
    public static Person nobody() {
        return new Person(
                PersonId.random(),
                "nobody",
                "nobody@example.org",
                "No",
                "Body",
                Language.EN,
                Set.of(Role.MEMBER),
                Optional.empty(),
                Offices.NONE);
    }

    public static Person member(People people) {
        return make(people, Duties.NONE);
    }

    public static Person staff(People people, Role... roles) {
        return staffOf(people, Offices.all(), roles);
    }

    /// Staff of these offices only.
    public static Person staffOf(People people, Offices offices, Role... roles) {
        return make(people, Duties.staff(Set.of(roles), offices));
    }

    public static Person ofPartner(People people, String partner) {
        return make(people, Duties.ofPartner(partner));
    }

    private static Person make(People people, Duties duties) {
        var unique = UUID.randomUUID().toString().substring(0, 13);
        var account =
                new NewAccount(
                        "t" + unique,
                        "t" + unique + "@example.org",
                        PASSWORD,
                        "Test",
                        "Person",
                        Language.FR);
        var outcome = people.create(new Actor.Product("test"), account, duties);
        if (outcome instanceof CreateOutcome.Created(var person)) {
            return person;
        }
        throw new IllegalStateException("Not created: " + outcome);
    }
}
