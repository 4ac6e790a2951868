package org.passerelle.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;

/// People for tests, each with names nobody else has. Their password is [#PASSWORD].
public final class Accounts {
    public static final String PASSWORD = "seven boats under one bridge";

    private Accounts() {}

    public static Person member(People people) {
        return make(people, Set.of(), Optional.empty());
    }

    public static Person staff(People people, Role... roles) {
        return make(people, Set.of(roles), Optional.empty());
    }

    public static Person ofPartner(People people, String partner) {
        return make(people, Set.of(Role.PARTNER), Optional.of(partner));
    }

    private static Person make(People people, Set<Role> roles, Optional<String> partner) {
        var unique = UUID.randomUUID().toString().substring(0, 13);
        var account =
                new NewAccount(
                        "t" + unique,
                        "t" + unique + "@example.org",
                        PASSWORD,
                        "Test",
                        "Person",
                        Language.FR);
        var outcome = people.create(new Actor.Product("test"), account, roles, partner);
        if (outcome instanceof CreateOutcome.Created(var person)) {
            return person;
        }
        throw new IllegalStateException("Not created: " + outcome);
    }
}
