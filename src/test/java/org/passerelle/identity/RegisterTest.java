package org.passerelle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.security.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProductTest
@Requirement("ACC-01")
class RegisterTest {
    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Notification notification;
    @Autowired DSLContext db;

    private static Map<String, String> form() {
        var unique = UUID.randomUUID().toString().substring(0, 12);
        return new HashMap<>(
                Map.of(
                        "username",
                        "r" + unique,
                        "email",
                        "r" + unique + "@example.org",
                        "password",
                        Accounts.PASSWORD,
                        "firstName",
                        "Inès",
                        "lastName",
                        "Kremer",
                        "language",
                        "fr"));
    }

    @Test
    void an_account_counts_once_the_mailed_link_is_used() {
        var site = Site.visitor(port);
        var form = form();
        var email = field(form, "email");

        var asked = site.post("/register", form);
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(Site.location(asked)).endsWith("/register/done");
        assertThat(people.findByEmail(email)).isEmpty();

        var early = site.signIn(field(form, "username"), Accounts.PASSWORD);
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("pas encore confirmée");

        var link = Mail.link(new Mail(notification).newest(email, "identity.confirm"));
        var looked = site.get(link);
        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(people.findByEmail(email)).as("looking confirms nothing").isEmpty();

        var confirmed = site.post(link, Map.of());
        assertThat(Site.location(confirmed)).endsWith("/sign-in?confirmed");
        assertThat(people.findByEmail(email)).isPresent();
        assertThat(site.get(link).statusCode()).isEqualTo(410);
        assertThat(site.postFrom("/sign-in", link, Map.of()).statusCode()).isEqualTo(410);
        assertThat(site.signIn(email, Accounts.PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void all_faults_are_told_at_once_and_nothing_typed_is_lost() {
        var site = Site.visitor(port);
        var page =
                site.post(
                        "/register",
                        Map.of(
                                "username", "a b",
                                "email", "nobody",
                                "password", "short",
                                "firstName", "Inès",
                                "lastName", " "));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("4 champs à corriger", "value=\"a b\"", "value=\"nobody\"", "Inès")
                .doesNotContain("value=\"short\"");
    }

    @Test
    void an_address_with_an_account_gets_the_same_answer_and_its_holder_is_told() {
        var holder = Accounts.member(people);
        var site = Site.visitor(port);
        var known = form();
        known.put("email", holder.email());
        var unknown = form();

        var first = site.post("/register", known);
        var second = site.post("/register", unknown);

        assertThat(first.statusCode()).isEqualTo(second.statusCode());
        assertThat(Site.location(first)).isEqualTo(Site.location(second));
        assertThat(first.body()).isEqualTo(second.body());
        assertThat(new Mail(notification).to(holder.email()))
                .extracting(SentLetter::template)
                .containsExactly("identity.exists");
    }

    @Test
    void an_address_with_an_account_takes_as_long_as_one_without() {
        // The machine does other things meanwhile: a real difference shows every time.
        for (var attempt = 1; attempt <= 3; attempt++) {
            if (Timings.of(this::known, this::unknown).areAlike()) {
                return;
            }
        }
        assertThat(Timings.of(this::known, this::unknown).areAlike()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"nl, Bevestig uw e-mailadres", "de, Bestätigen Sie Ihre E-Mail-Adresse"})
    @Requirement("NOT-01")
    void who_chooses_dutch_or_german_is_written_to_in_it(String language, String subject) {
        var form = form();
        form.put("language", language);
        Site.visitor(port).post("/register", form);

        var letter = new Mail(notification).newest(field(form, "email"), "identity.confirm");

        assertThat(letter.language().code()).isEqualTo(language);
        assertThat(letter.subject()).isEqualTo(subject);
    }

    private long known(int round) {
        return nanos(Accounts.member(people).email(), round);
    }

    private long unknown(int round) {
        Accounts.member(people);
        return nanos(UUID.randomUUID() + "@example.org", round);
    }

    private long nanos(String email, int round) {
        var account =
                new NewAccount(
                        "r" + UUID.randomUUID().toString().substring(0, 12),
                        email,
                        Accounts.PASSWORD,
                        "A",
                        "Stranger",
                        org.passerelle.kernel.Language.FR);
        var start = System.nanoTime();
        people.register(account, "127.7.0." + (round + 1));
        return System.nanoTime() - start;
    }

    @Test
    void asking_again_under_the_same_username_tells_nothing_about_the_address_either() {
        var holder = Accounts.member(people);
        var known = form();
        known.put("email", holder.email());
        var unknown = form();
        var site = Site.visitor(port);
        site.post("/register", known);
        site.post("/register", unknown);

        for (var form : java.util.List.of(known, unknown)) {
            var another = form();
            another.put("username", field(form, "username"));
            var answer = site.post("/register", another);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("déjà pris");
            var signIn = site.signIn(field(form, "username"), Accounts.PASSWORD);
            assertThat(signIn.body()).contains("pas encore confirmée");
        }
    }

    @Test
    void of_two_who_use_a_link_at_the_same_instant_one_wins() throws Exception {
        for (var round = 0; round < 10; round++) {
            var form = form();
            people.register(account(form), "127.9.0." + (round + 1));
            var letter = new Mail(notification).newest(field(form, "email"), "identity.confirm");
            var link = Mail.link(letter).substring("/confirm/".length());

            var outcomes = atOnce(4, () -> people.confirm(link));

            assertThat(outcomes).filteredOn(ConfirmOutcome.Confirmed.class::isInstance).hasSize(1);
        }
    }

    @Test
    void whoever_signs_in_after_the_link_died_is_sent_another() {
        var form = form();
        var email = field(form, "email");
        people.register(account(form), "127.9.1.2");
        var mail = new Mail(notification);
        var first = Mail.link(mail.newest(email, "identity.confirm"));
        db.execute(
                "update identity.registration set expires_at = now() - interval '20 days',"
                        + " created_at = now() - interval '21 days' where email = ?",
                email);
        var site = Site.visitor(port);
        assertThat(site.get(first).statusCode()).isEqualTo(410);

        assertThat(site.signIn(email, Accounts.PASSWORD).body()).contains("pas encore confirmée");
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(Mail.link(mail.newest(email, "identity.confirm")))
                                .isNotEqualTo(first));
        var second = Mail.link(mail.newest(email, "identity.confirm"));
        assertThat(Site.location(site.post(second, Map.of()))).endsWith("/sign-in?confirmed");
        assertThat(people.findByEmail(email)).isPresent();
    }

    @Test
    void only_the_hash_of_a_link_is_in_the_database() {
        var form = form();
        people.register(account(form), "127.9.1.1");
        var letter = new Mail(notification).newest(field(form, "email"), "identity.confirm");
        var secret = Mail.link(letter).substring("/confirm/".length());

        assertThat(secret).as("256 bits in base64url").hasSize(43);
        var stored =
                db.fetchValue(
                        "select encode(link_hash, 'hex') from identity.registration"
                                + " where email = ?",
                        field(form, "email"));
        assertThat(stored)
                .isEqualTo(
                        db.fetchValue(
                                "select encode(sha256(convert_to(?, 'UTF8')), 'hex')", secret));
    }

    private static NewAccount account(Map<String, String> form) {
        return new NewAccount(
                field(form, "username"),
                field(form, "email"),
                field(form, "password"),
                field(form, "firstName"),
                field(form, "lastName"),
                org.passerelle.kernel.Language.FR);
    }

    private static String field(Map<String, String> form, String name) {
        return form.getOrDefault(name, "");
    }

    static <T> java.util.List<T> atOnce(int times, java.util.concurrent.Callable<T> act)
            throws Exception {
        var start = new CountDownLatch(1);
        var outcomes = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(times)) {
            var running = new ArrayList<Future<T>>();
            for (var i = 0; i < times; i++) {
                running.add(
                        threads.submit(() -> {
                            start.await();
                            return act.call();
                        }));
            }
            start.countDown();
            for (var one : running) {
                outcomes.add(one.get());
            }
        }
        return outcomes;
    }
}
