package org.passerelle.security;

import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the module holds about persons (ACC-09).
@Configuration(proxyBeanMethods = false)
class PersonsInSessions {
    @Bean
    PersonalData personsInSessions(JdbcClient db) {
        return new PersonalTables(db)
                .erased(
                        "public.spring_session",
                        "select to_timestamp(creation_time / 1000) as begun from spring_session"
                                + " where principal_name = :per",
                        "delete from spring_session where principal_name = :per")
                .erased(
                        "public.event_publication",
                        "select publication_date, event_type from event_publication"
                                + " where position(:per in serialized_event) > 0",
                        "delete from event_publication where completion_date is not null"
                                + " and (position(lower(:email) in lower(serialized_event)) > 0"
                                + " or position(lower(:username) in lower(serialized_event)) > 0"
                                + " or position(:per in serialized_event) > 0"
                                + " or position(cast(:id as text) in serialized_event) > 0)")
                .impersonal("public.spring_session_attributes");
    }
}
