package org.passerelle.identity;

import java.util.Set;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// Makes the first administrator from the settings, where there is none: nobody could appoint them.
@Component
class FirstAdministrator implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final People people;
    private final String username;
    private final String email;
    private final String password;

    FirstAdministrator(
            People people,
            @Value("${passerelle.first-administrator.username:}") String username,
            @Value("${passerelle.first-administrator.email:}") String email,
            @Value("${passerelle.first-administrator.password:}") String password) {
        this.people = people;
        this.username = username;
        this.email = email;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (username.isBlank() || people.anyAdministrator()) {
            return;
        }
        var account =
                new NewAccount(username, email, password, "First", "Administrator", Language.EN);
        var outcome =
                people.create(
                        new Actor.Product("passerelle.first-administrator"),
                        account,
                        Duties.staff(Set.of(Role.ADMINISTRATOR), Offices.all()));
        switch (outcome) {
            case CreateOutcome.Created _ ->
                    LOG.info("Made the first administrator, {}; remove the setting", username);
            case CreateOutcome.Refused(var faults) ->
                    throw new IllegalStateException(
                            "passerelle.first-administrator is refused: " + faults);
            case CreateOutcome.AddressTaken() ->
                    throw new IllegalStateException(
                            "passerelle.first-administrator.email belongs to another account");
        }
    }
}
