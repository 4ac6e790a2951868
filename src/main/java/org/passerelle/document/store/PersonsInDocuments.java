package org.passerelle.document.store;

import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the module holds about persons (ACC-09).
@Configuration(proxyBeanMethods = false)
class PersonsInDocuments {
    @Bean
    PersonalData personsInDocuments(JdbcClient db) {
        return new PersonalTables(db)
                .erased(
                        "document.file",
                        "select file_name, taken_at from document.file where taken_by = :id",
                        "update document.file set taken_by = null where taken_by = :id");
    }
}
