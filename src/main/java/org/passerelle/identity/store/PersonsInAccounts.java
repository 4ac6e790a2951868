package org.passerelle.identity.store;

import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the module holds about persons (ACC-09). The account's row stays, empty, so that what
/// points to it still leads somewhere.
@Configuration(proxyBeanMethods = false)
class PersonsInAccounts {
    @Bean
    PersonalData personsInAccounts(JdbcClient db) {
        return new PersonalTables(db)
                .erased(
                        "identity.email_change",
                        "select old_email, new_email, state, asked_at from identity.email_change"
                                + " where person = :id",
                        "delete from identity.email_change where person = :id")
                .erased(
                        "identity.one_time_link",
                        "select purpose, created_at from identity.one_time_link where person = :id",
                        "delete from identity.one_time_link where person = :id")
                .erased(
                        "identity.registration",
                        "select username, email, first_name, last_name, created_at"
                                + " from identity.registration where lower(email) = lower(:email)",
                        "delete from identity.registration where lower(email) = lower(:email)")
                .erased(
                        "identity.recovery",
                        "select number, name, email, organisation_name, message, asked_at, state"
                                + " from identity.recovery where person = :id"
                                + " or lower(email) = lower(:email)",
                        "delete from identity.recovery where person = :id"
                                + " or lower(email) = lower(:email)")
                .erased(
                        "identity.erasure",
                        "select asked_at, due_at from identity.erasure where person = :id",
                        "delete from identity.erasure where person = :id")
                .erased(
                        "identity.person",
                        "select username, email, first_name, last_name, language,"
                                + " array_to_string(roles, ', ') as roles, partner, created_at"
                                + " from identity.person where id = :id",
                        "update identity.person set"
                                + " username = 'erased-' || left(md5(random()::text), 24),"
                                + " email = id || '@erased.invalid', first_name = '–',"
                                + " last_name = '–', password_hash = '$argon2id$erased',"
                                + " roles = array ['MEMBER'], partner = null,"
                                + " session_epoch = session_epoch + 1,"
                                + " disabled_at = coalesce(disabled_at, now()), erased_at = now()"
                                + " where id = :id")
                .kept(
                        "identity.api_key",
                        "Who made a machine’s key is kept with the key.",
                        "select created_at, label from identity.api_key"
                                + " where created_by_person = :id")
                .impersonal("identity.bucket");
    }
}
