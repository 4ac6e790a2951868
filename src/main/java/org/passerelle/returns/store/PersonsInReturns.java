package org.passerelle.returns.store;

import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the module holds about persons (ACC-09): the return stays, without who announced it and
/// what they wrote.
@Configuration(proxyBeanMethods = false)
class PersonsInReturns {
    @Bean
    PersonalData personsInReturns(JdbcClient db) {
        return new PersonalTables(db)
                .erased(
                        "returns.given_back",
                        "select order_key, sequence, announced_at, announced_by, explanation"
                                + " from returns.given_back where announced_by_person = :id",
                        "update returns.given_back set announced_by = '–', explanation = '–',"
                                + " announced_by_person = null where announced_by_person = :id")
                .erased(
                        "returns.event",
                        "select at, kind, detail, by from returns.event where by_person = :id",
                        "update returns.event set by = '–', by_person = null"
                                + " where by_person = :id")
                .impersonal("returns.line", "returns.numbering");
    }
}
