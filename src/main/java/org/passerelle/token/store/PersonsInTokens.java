package org.passerelle.token.store;

import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the module holds about persons (ACC-09).
@Configuration(proxyBeanMethods = false)
class PersonsInTokens {
    @Bean
    PersonalData personsInTokens(JdbcClient db) {
        return new PersonalTables(db)
                .erased(
                        "token.issued",
                        "select first_name, last_name, email, created_at, revoked_at"
                                + " from token.issued where lower(email) = lower(:email)"
                                + " or created_by = :id",
                        "update token.code set replaced_at = coalesce(replaced_at, now()),"
                                + " sealed = null where token in (select id from token.issued"
                                + " where lower(email) = lower(:email))",
                        "update token.issued set first_name = '–', last_name = '–',"
                                + " email = 'erased@invalid',"
                                + " revoked_by = coalesce(revoked_by, 'HOLDER'),"
                                + " revoked_at = coalesce(revoked_at, now())"
                                + " where lower(email) = lower(:email)")
                .impersonal("token.code", "token.look", "token.validation", "token.redemption");
    }
}
