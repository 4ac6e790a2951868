package org.passerelle.agenda;

import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the module holds about persons (ACC-09).
@Configuration(proxyBeanMethods = false)
class PersonsInAgenda {
    @Bean
    PersonalData personsInAgenda(JdbcClient db) {
        return new PersonalTables(db).impersonal("agenda.entry", "agenda.moved_clock");
    }
}
