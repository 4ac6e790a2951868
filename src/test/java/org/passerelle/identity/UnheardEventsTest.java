package org.passerelle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.springframework.beans.factory.annotation.Autowired;

/// What a node left behind when it died is done by another (NOT-02, OPS-01).
@ProductTest
@Requirement({"NOT-02", "OPS-01"})
class UnheardEventsTest {
    private static final String LISTENER =
            "org.passerelle.identity.Resetting.on(org.passerelle.identity.ResetAsked)";

    @Autowired People people;
    @Autowired DSLContext db;

    @Test
    void an_event_whose_node_died_is_heard_by_another_and_forgotten_once() {
        var person = Accounts.member(people);
        left("PROCESSING", person.username());

        await().atMost(Duration.ofSeconds(60)).until(() -> letters(person) == 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> publications(person) == 0);
        assertThat(letters(person)).isEqualTo(1);
    }

    @Test
    void an_event_whose_listener_failed_is_heard_again() {
        var person = Accounts.member(people);
        left("FAILED", person.username());

        await().atMost(Duration.ofSeconds(60)).until(() -> letters(person) == 1);
    }

    @Test
    void an_event_that_was_heard_leaves_nothing_of_the_person_behind() {
        var person = Accounts.member(people);
        people.askReset(person.username(), "127.4.7.1");

        await().until(() -> letters(person) == 1);
        await().until(() -> publications(person) == 0);
    }

    private void left(String status, String login) {
        db.execute(
                """
                insert into event_publication (id, listener_id, event_type, serialized_event,
                    publication_date, status, completion_attempts)
                values (?, ?, ?, ?, now() - interval '10 minutes', ?, 1)
                """,
                UUID.randomUUID(),
                LISTENER,
                "org.passerelle.identity.ResetAsked",
                "{\"wish\":\"" + UUID.randomUUID() + "\",\"login\":\"" + login + "\"}",
                status);
    }

    private int letters(Person person) {
        return db.fetchCount(
                db.selectFrom("notification.letter where recipient = ?", person.email()));
    }

    private int publications(Person person) {
        return db.fetchCount(
                db.selectFrom(
                        "event_publication where serialized_event like ?",
                        "%\"" + person.username() + "\"%"));
    }
}
