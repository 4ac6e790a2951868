package org.passerelle.paypal.store;

import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the module holds about persons (ACC-09).
@Configuration(proxyBeanMethods = false)
class PersonsInPayPal {
    @Bean
    PersonalData personsInPayPal(JdbcClient db) {
        return new PersonalTables(db)
                .kept(
                        "paypal.attempt",
                        "The law has accounts kept for years, with who paid.",
                        "select started_at, choice, payable_number from paypal.attempt"
                                + " where started_by_person = :id")
                .impersonal("paypal.message");
    }
}
