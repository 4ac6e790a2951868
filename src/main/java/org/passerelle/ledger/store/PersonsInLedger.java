package org.passerelle.ledger.store;

import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The books name organisations and documents, never persons (ACC-09).
@Configuration(proxyBeanMethods = false)
class PersonsInLedger {
    @Bean
    PersonalData personsInBooks(JdbcClient db) {
        return new PersonalTables(db).impersonal("ledger.account", "ledger.entry", "ledger.line");
    }
}
