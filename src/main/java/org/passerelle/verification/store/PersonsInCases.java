package org.passerelle.verification.store;

import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the module holds about persons (ACC-09).
@Configuration(proxyBeanMethods = false)
class PersonsInCases {
    private static final String IN_THEIR_ORGANISATIONS =
            "organisation::text = any(string_to_array(:organisations, ','))";
    private static final String IN_THEIR_CASES =
            "case_id in (select id from verification.qualification_case where "
                    + IN_THEIR_ORGANISATIONS
                    + ")";

    @Bean
    PersonalData personsInCases(JdbcClient db) {
        return new PersonalTables(db)
                .erased(
                        "verification.question",
                        "select asked_at, text, answer, answered_at from verification.question"
                                + " where answered_by = :name and "
                                + IN_THEIR_CASES,
                        "update verification.question set answered_by = '–'"
                                + " where answered_by = :name and "
                                + IN_THEIR_CASES)
                .erased(
                        "verification.evidence",
                        "select uploaded_at, file_name, kind from verification.evidence"
                                + " where uploaded_by = :name and "
                                + IN_THEIR_ORGANISATIONS,
                        "update verification.evidence set uploaded_by = '–'"
                                + " where uploaded_by = :name and "
                                + IN_THEIR_ORGANISATIONS)
                .kept(
                        "verification.history",
                        "What happened to a case is never changed, for both sides to read.",
                        "select at, event from verification.history where by = :name and "
                                + IN_THEIR_CASES)
                .kept(
                        "verification.qualification_case",
                        "A decision of the office is kept with who made it.",
                        "select number, decided_at from verification.qualification_case"
                                + " where decided_by = :id or reviewer = :id");
    }
}
