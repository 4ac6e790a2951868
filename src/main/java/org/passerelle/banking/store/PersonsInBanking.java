package org.passerelle.banking.store;

import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the module holds about persons (ACC-09).
@Configuration(proxyBeanMethods = false)
class PersonsInBanking {
    private static final String WHY =
            "The law has accounts kept for years, with who decided about a payment.";

    @Bean
    PersonalData personsInBanking(JdbcClient db) {
        return new PersonalTables(db)
                .kept(
                        "banking.bank_file",
                        "The law has bank statements kept for years, with who took them in.",
                        "select taken_at, name from banking.bank_file where taken_by_person = :id")
                .kept(
                        "banking.decision",
                        WHY,
                        "select decided_at, kind, reason, undone_at from banking.decision"
                                + " where decided_by_person = :id or undone_by_person = :id")
                .kept(
                        "banking.transfer_file",
                        "The law has accounts kept for years, with who wrote what for the bank.",
                        "select written_at, name from banking.transfer_file"
                                + " where written_by_person = :id")
                .impersonal(
                        "banking.advice",
                        "banking.statement",
                        "banking.sighting",
                        "banking.movement",
                        "banking.transfer");
    }
}
