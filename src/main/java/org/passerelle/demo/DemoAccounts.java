package org.passerelle.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.identity.CreateOutcome;
import org.passerelle.identity.NewAccount;
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

    /// Somebody of the office.
    record Staff(Story.Account account, Role role) {}

    static final List<Staff> STAFF =
            List.of(
                    new Staff(new Story.Account("reviewer", "Renée Vieuville"), Role.REVIEWER),
                    new Staff(
                            new Story.Account("manager", "Marc Programme"),
                            Role.PROGRAMME_MANAGER),
                    new Staff(new Story.Account("finance", "Flore Caisse"), Role.FINANCE),
                    new Staff(new Story.Account("support", "Sacha Secours"), Role.SUPPORT),
                    new Staff(new Story.Account("admin", "Adèle Direction"), Role.ADMINISTRATOR));

    Person open(Story.Account account, Role... roles) {
        var outcome =
                people.create(
                        DEMO,
                        new NewAccount(
                                account.username(),
                                account.email(),
                                PASSWORD,
                                account.firstName(),
                                account.lastName(),
                                Language.FR),
                        Set.of(roles),
                        Optional.empty());
        return switch (outcome) {
            case CreateOutcome.Created(var person) -> person;
            case CreateOutcome.AddressTaken _ ->
                    people.findByEmail(account.email()).orElseThrow();
            case CreateOutcome.Refused(var faults) ->
                    throw new IllegalStateException(
                            "The demo's account " + account.username() + " is refused: " + faults);
        };
    }
}
