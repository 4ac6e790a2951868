package org.passerelle.verification.store;

import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the module holds about persons (ACC-09).
@Configuration(proxyBeanMethods = false)
class PersonsInCases {
    @Bean
    PersonalData personsInCases(JdbcClient db) {
        return new PersonalTables(db)
                .erased(
                        "verification.question",
                        "select asked_at, text,"
                                + " case when answered_by_person = :id then answer end as answer,"
                                + " answered_at from verification.question"
                                + " where answered_by_person = :id or asked_by_person = :id",
                        "update verification.question"
                                + " set answered_by = '–', answered_by_person = null"
                                + " where answered_by_person = :id",
                        "update verification.question"
                                + " set asked_by = '–', asked_by_person = null"
                                + " where asked_by_person = :id")
                .erased(
                        "verification.evidence",
                        "select uploaded_at, file_name, kind from verification.evidence"
                                + " where uploaded_by_person = :id",
                        "update verification.evidence"
                                + " set uploaded_by = '–', uploaded_by_person = null"
                                + " where uploaded_by_person = :id")
                .kept(
                        "verification.history",
                        "What happened to a case is never changed, for both sides to read.",
                        "select h.at, c.number as case_number, h.event from verification.history h"
                                + " join verification.qualification_case c on c.id = h.case_id"
                                + " where h.by_person = :id order by h.id")
                .kept(
                        "verification.qualification_case",
                        "A decision of the office is kept with who made it.",
                        "select number, decided_at from verification.qualification_case"
                                + " where decided_by = :id or reviewer = :id");
    }
}
