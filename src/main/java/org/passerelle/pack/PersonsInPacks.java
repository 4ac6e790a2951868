package org.passerelle.pack;

import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the module holds about persons (ACC-09).
@Configuration(proxyBeanMethods = false)
class PersonsInPacks {
    @Bean
    PersonalData personsInPacks(JdbcClient db) {
        return new PersonalTables(db)
                .kept(
                        "pack.confirmation",
                        "Who put rules in force is kept with them.",
                        "select confirmed_at, pack from pack.confirmation"
                                + " where confirmed_by_person = :id")
                .impersonal("pack.installation");
    }
}
