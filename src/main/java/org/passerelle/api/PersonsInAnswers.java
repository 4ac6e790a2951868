package org.passerelle.api;

import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the module holds about persons (ACC-09).
@Configuration(proxyBeanMethods = false)
class PersonsInAnswers {
    @Bean
    PersonalData personsInAnswers(JdbcClient db) {
        return new PersonalTables(db).impersonal("api.answer");
    }
}
