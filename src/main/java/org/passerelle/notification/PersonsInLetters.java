package org.passerelle.notification;

import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the module holds about persons (ACC-09).
@Configuration(proxyBeanMethods = false)
class PersonsInLetters {
    private static final String THEIRS = "(person = :id or lower(recipient) = lower(:email))";

    /// Letters of an organisation stay its own, without the name.
    private static String bare(String column) {
        return "replace(replace(" + column + ", :name, '–'), :email, '–')";
    }

    @Bean
    PersonalData personsInLetters(JdbcClient db) {
        return new PersonalTables(db)
                .erased(
                        "notification.letter",
                        "select written_at, recipient, subject, body"
                                + " from notification.letter where "
                                + THEIRS
                                + " order by written_at",
                        "delete from notification.letter where organisation is null"
                                + " and copy_of is not null and "
                                + THEIRS,
                        "update notification.letter set copy_of = null, copied_by = null"
                                + " where copy_of in (select id from notification.letter"
                                + " where organisation is null and "
                                + THEIRS
                                + ")",
                        "delete from notification.letter where organisation is null and " + THEIRS,
                        "update notification.letter set recipient = 'erased@invalid'"
                                + " where lower(recipient) = lower(:email)",
                        "update notification.letter set subject = "
                                + bare("subject")
                                + ", html = "
                                + bare("html")
                                + ", body = "
                                + bare("body")
                                + " where position(:name in concat(subject, html, body)) > 0"
                                + " or position(:email in concat(subject, html, body)) > 0",
                        "update notification.letter set copied_by = '–' where copied_by = :name");
    }
}
