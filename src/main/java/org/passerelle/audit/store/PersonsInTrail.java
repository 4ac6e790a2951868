package org.passerelle.audit.store;

import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the module holds about persons (ACC-09).
@Configuration(proxyBeanMethods = false)
class PersonsInTrail {
    @Bean
    PersonalData personsInTrail(JdbcClient db) {
        return new PersonalTables(db)
                .kept(
                        "audit.line",
                        "The trail of who did what is never changed, so that decisions can be"
                                + " accounted for.",
                        "select at, action, subject_type, subject_id, detail from audit.line"
                                + " where actor_id = :per"
                                + " or (subject_type = 'person' and subject_id = :per)"
                                + " order by number");
    }
}
