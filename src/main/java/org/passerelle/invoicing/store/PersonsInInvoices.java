package org.passerelle.invoicing.store;

import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the module holds about persons (ACC-09).
@Configuration(proxyBeanMethods = false)
class PersonsInInvoices {
    @Bean
    PersonalData personsInInvoices(JdbcClient db) {
        return new PersonalTables(db)
                .kept(
                        "invoicing.document",
                        "The law has invoices kept for years, with who issued them.",
                        "select issued_at, prefix, year, place from invoicing.document"
                                + " where issued_by_person = :id")
                .kept(
                        "invoicing.run",
                        "The law has accounts kept for years, with who had them made.",
                        "select started_at, until from invoicing.run where started_by_person = :id")
                .impersonal(
                        "invoicing.counter",
                        "invoicing.buyer",
                        "invoicing.line",
                        "invoicing.line_tax",
                        "invoicing.file",
                        "invoicing.unsent",
                        "invoicing.returned",
                        "invoicing.caught_up");
    }
}
