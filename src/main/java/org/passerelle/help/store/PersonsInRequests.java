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
                        "select at, by_name, text from help.message where by_person = :id or "
                                + IN_THEIRS,
                        "update help.message set by_name = '–', text = '–', by_person = null"
                                + " where not by_staff and (by_person = :id"
                                + " or by_person is null and "
                                + IN_THEIRS
                                + ")",
                        "update help.message set by_name = '–', by_person = null"
                                + " where by_person = :id",
                        "update help.message set text ="
                                + " regexp_replace(text, :mention, '–', 'gi')"
                                + " where "
                                + IN_THEIRS)
                .erased(
                        "help.comment",
                        "select article, case when person = :id then body end as body, state,"
                                + " written_at, reason from help.comment"
                                + " where person = :id or decided_by_person = :id",
                        "delete from help.comment where person = :id",
                        "update help.comment set decided_by = '–', decided_by_person = null"
                                + " where decided_by_person = :id")
                .erased(
                        "help.request",
                        "select number, kind, asker_name, asker_email, typed, asked_at, state"
                                + " from help.request where "
                                + THEIRS,
                        "update help.request set asker_name = '–',"
                                + " asker_email = 'erased@invalid', typed = '{}',"
                                + " documents = '{}', state = 'CLOSED', running_since = null,"
                                + " due_at = null where "
                                + THEIRS);
    }
}
