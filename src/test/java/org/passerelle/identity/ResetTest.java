package org.passerelle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditLine;
import org.passerelle.audit.AuditSubject;
import org.passerelle.kernel.Language;
import org.passerelle.notification.Notification;
import org.passerelle.security.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProductTest
@Requirement("ACC-02")
class ResetTest {
    private static final String ANOTHER = "nine swans on the other bank";

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Notification notification;
    @Autowired Audit audit;
    @Autowired DSLContext db;

    @Test
    void a_link_by_username_sets_a_password_once_and_ends_every_session() {
        var person = Accounts.member(people);
        var elsewhere = Site.signedIn(port, person);
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(200);

        var site = Site.visitor(port);
        var asked = site.post("/forgotten-password", Map.of("login", person.username()));
        assertThat(Site.location(asked)).endsWith("/forgotten-password/sent");
        var mail = new Mail(notification);
        var link = Mail.link(mail.newest(person.email(), "identity.reset"));

        var refused = site.post(link, Map.of("password", "short"));
        assertThat(refused.statusCode()).as("a fault leaves the link standing").isEqualTo(422);
        var set = site.post(link, Map.of("password", ANOTHER));
        assertThat(Site.location(set)).endsWith("/sign-in?reset");

        assertThat(site.get(link).statusCode()).isEqualTo(410);
        assertThat(elsewhere.get("/account").statusCode()).as("ended elsewhere").isEqualTo(303);
        assertThat(site.get("/account").statusCode()).as("not signed in by it").isEqualTo(303);
        assertThat(site.signIn(person.username(), Accounts.PASSWORD).statusCode()).isEqualTo(422);
        assertThat(site.signIn(person.email(), ANOTHER).statusCode()).isEqualTo(302);
        assertThat(mail.newest(person.email(), "identity.changed").to()).isEqualTo(person.email());
        assertThat(audit.of(AuditSubject.of("person", person.id()), 20))
                .extracting(AuditLine::action)
                .contains("identity.reset-asked", "identity.password-reset");
    }

    @Test
    @Requirement("ACC-01")
    void nothing_in_the_database_is_a_link_that_works() {
        var person = Accounts.member(people);
        people.askReset(person.email(), "127.4.9.1");
        var asking = "z" + UUID.randomUUID().toString().substring(0, 12);
        people.register(
                new NewAccount(
                        asking,
                        asking + "@example.org",
                        Accounts.PASSWORD,
                        "A",
                        "Stranger",
                        Language.FR),
                "127.4.9.1");
        var mail = new Mail(notification);
        for (var letter :
                List.of(
                        mail.newest(person.email(), "identity.reset"),
                        mail.newest(asking + "@example.org", "identity.confirm"))) {
            var link = Mail.link(letter);
            assertThat(tablesWith(link.substring(link.lastIndexOf('/') + 1))).isEmpty();
        }
        assertThat(tablesWith(asking)).as("this search finds").contains("identity.registration");
    }

    private List<String> tablesWith(String text) {
        var tables =
                db.fetch(
                                "select table_schema || '.' || table_name from"
                                        + " information_schema.tables where table_type ="
                                        + " 'BASE TABLE' and table_schema not in"
                                        + " ('pg_catalog', 'information_schema')")
                        .into(String.class);
        assertThat(tables).contains("notification.letter", "public.event_publication");
        return tables.stream()
                .filter(table ->
                        db.fetchExists(
                                db.selectOne()
                                        .from(table + " t")
                                        .where("t::text like {0}", DSL.val("%" + text + "%"))))
                .toList();
    }

    @Test
    void the_answer_is_the_same_for_nobody() {
        var person = Accounts.member(people);
        var site = Site.visitor(port);
        var known = site.post("/forgotten-password", Map.of("login", person.email()));
        var unknown =
                site.post("/forgotten-password", Map.of("login", UUID.randomUUID() + "@x.org"));

        assertThat(known.statusCode()).isEqualTo(unknown.statusCode());
        assertThat(known.body()).isEqualTo(unknown.body());
        assertThat(known.headers().map().keySet()).isEqualTo(unknown.headers().map().keySet());
        assertThat(Site.location(known)).isEqualTo(Site.location(unknown));
    }

    @Test
    void changing_the_password_kills_a_link_that_was_mailed_before() {
        var person = Accounts.member(people);
        people.askReset(person.email(), "127.9.2.1");
        var link = Mail.link(new Mail(notification).newest(person.email(), "identity.reset"));
        people.changePassword(new SignedIn(person), Accounts.PASSWORD, ANOTHER);

        assertThat(people.resetStands(link.substring("/reset/".length()))).isFalse();
    }

    @Test
    void of_two_who_use_a_link_at_the_same_instant_one_wins() throws Exception {
        var person = Accounts.member(people);
        people.askReset(person.email(), "127.9.2.2");
        var letter = new Mail(notification).newest(person.email(), "identity.reset");
        var link = Mail.link(letter).substring("/reset/".length());

        var outcomes = RegisterTest.atOnce(6, () -> people.reset(link, ANOTHER));

        assertThat(outcomes).filteredOn(ResetOutcome.PasswordSet.class::isInstance).hasSize(1);
    }

    @Test
    void link_pages_are_not_told_to_other_sites_and_are_not_kept() {
        var answer = Site.visitor(port).get("/reset/" + "x".repeat(43));
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }
}
