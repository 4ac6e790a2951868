package org.passerelle.catalogue.store;

import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the module holds about persons (ACC-09).
@Configuration(proxyBeanMethods = false)
class PersonsInCatalogue {
    @Bean
    PersonalData personsInCatalogue(JdbcClient db) {
        return new PersonalTables(db)
                .kept(
                        "catalogue.stock_movement",
                        "The stock ledger of the office is kept with who counted.",
                        "select at, kind, offer from catalogue.stock_movement"
                                + " where by_person = :id")
                .kept(
                        "catalogue.code",
                        "Who brought codes in is kept with the codes.",
                        "select imported_at, pool from catalogue.code"
                                + " where imported_by_person = :id")
                .erased(
                        "catalogue.product_alert",
                        "select asked_at, offer, told_at from catalogue.product_alert"
                                + " where person = :id",
                        "delete from catalogue.product_alert where person = :id")
                .impersonal("catalogue.stock_item", "catalogue.known_partner");
    }
}
