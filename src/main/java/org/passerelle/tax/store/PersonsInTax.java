package org.passerelle.tax.store;

import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the module holds about persons (ACC-09).
@Configuration(proxyBeanMethods = false)
class PersonsInTax {
    private static final String LAW =
            "Tax law has the grounds on which no tax was charged kept, with who looked them up.";

    @Bean
    PersonalData personsInTax(JdbcClient db) {
        return new PersonalTables(db)
                .erased(
                        "tax.vat_number",
                        "select number, given_at from tax.vat_number where given_by_person = :id",
                        "update tax.vat_number set given_by = '–', given_by_person = null"
                                + " where given_by_person = :id")
                .kept(
                        "tax.vat_check",
                        LAW,
                        "select number, checked_on, recorded_at from tax.vat_check"
                                + " where recorded_by_person = :id")
                .kept(
                        "tax.exemption",
                        LAW,
                        "select case when asked_by_person = :id then asked_at end asked_at,"
                                + " certificate,"
                                + " case when decided_by_person = :id then decided_at end"
                                + " decided_at from tax.exemption"
                                + " where asked_by_person = :id or decided_by_person = :id");
    }
}
