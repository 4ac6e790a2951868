package org.passerelle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.agenda.Agenda;
import org.passerelle.agenda.Daily;
import org.passerelle.agenda.ProductClock;
import org.passerelle.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@Requirement({"ACC-01", "ACC-02"})
class TidyingTest {
    @Autowired Daily identityTidying;
    @Autowired Agenda agenda;
    @Autowired ProductClock clock;
    @Autowired People people;
    @Autowired DSLContext db;

    @Test
    void what_was_never_confirmed_is_forgotten_a_month_after_its_link_died() {
        var dead = register();
        var alive = register();
        var asleep = register();
        expire("identity.registration", "username = '" + dead + "'", 31);
        expire("identity.registration", "username = '" + asleep + "'", 29);
        var person = Accounts.member(people);
        people.askReset(person.email(), "127.4.0.1");
        Awaitility.await().until(() -> count("one_time_link", "person", person.id().value()) == 1);
        expire("identity.one_time_link", "person = '" + person.id().value() + "'", 2);

        identityTidying.fallDue("daily", clock.instant());

        assertThat(count("registration", "username", dead)).isZero();
        assertThat(count("registration", "username", alive)).isEqualTo(1);
        assertThat(count("registration", "username", asleep)).isEqualTo(1);
        assertThat(count("one_time_link", "person", person.id().value())).isZero();
        assertThat(agenda.due(identityTidying.kind(), "daily").orElseThrow())
                .isAfter(clock.instant());
    }

    private String register() {
        var username = "y" + UUID.randomUUID().toString().substring(0, 12);
        people.register(
                new NewAccount(
                        username,
                        username + "@example.org",
                        Accounts.PASSWORD,
                        "A",
                        "Stranger",
                        Language.EN),
                "127.4.0.2");
        return username;
    }

    private void expire(String table, String where, int days) {
        db.execute(
                "update "
                        + table
                        + " set created_at = created_at - interval '%d days',".formatted(days)
                        + " expires_at = expires_at - interval '%d days' where ".formatted(days)
                        + where);
    }

    private long count(String table, String column, Object value) {
        return db.fetchCount(
                db.selectFrom("identity." + table + " where " + column + " = ?", value));
    }
}
