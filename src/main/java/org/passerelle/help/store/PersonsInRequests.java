package org.passerelle.help.store;

import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the module holds about persons (ACC-09): the request stays as a number with its answer,
/// without who asked and what they wrote.
@Configuration(proxyBeanMethods = false)
class PersonsInRequests {
    private static final String THEIRS = "(person = :id or lower(asker_email) = lower(:email))";
    private static final String IN_THEIRS =
            "request in (select number from help.request where " + THEIRS + ")";

    @Bean
    PersonalData personsInRequests(JdbcClient db) {
        return new PersonalTables(db)
                .erased(
                        "help.message",
                        "select at, by_name, text from help.message where " + IN_THEIRS,
                        "update help.message set by_name = '–', text = '–'"
                                + " where not by_staff and "
                                + IN_THEIRS,
                        "update help.message set text ="
                                + " replace(replace(text, :name, '–'), :email, '–')"
                                + " where "
                                + IN_THEIRS)
                .erased(
                        "help.comment",
                        "select article, body, state, written_at, reason from help.comment"
                                + " where person = :id",
                        "delete from help.comment where person = :id",
                        "update help.comment set decided_by = '–' where decided_by = :name")
                .erased(
                        "help.request",
                        "select number, kind, asker_name, asker_email, typed, asked_at, state"
                                + " from help.request where "
                                + THEIRS,
                        "update help.request set asker_name = '–',"
                                + " asker_email = 'erased@invalid', typed = '{}' where "
                                + THEIRS);
    }
}
