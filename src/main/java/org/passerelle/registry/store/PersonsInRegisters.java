package org.passerelle.registry.store;

import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the module holds about persons (ACC-09): public registers of organisations, as they are
/// published.
@Configuration(proxyBeanMethods = false)
class PersonsInRegisters {
    @Bean
    PersonalData personsInRegisters(JdbcClient db) {
        return new PersonalTables(db)
                .kept(
                        "registry.entry",
                        "A public register is kept as its keeper publishes it.",
                        "select register, number, name from registry.entry"
                                + " where lower(email) = lower(:email)")
                // An import is by the account of a machine, which is no person's here.
                .impersonal(
                        "registry.import",
                        "registry.register",
                        "registry.order_of_records",
                        "registry.entry_change",
                        "registry.entry_name");
    }
}
