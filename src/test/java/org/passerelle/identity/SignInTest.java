package org.passerelle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditLine;
import org.passerelle.audit.AuditSubject;
import org.passerelle.kernel.Actor;
import org.passerelle.notification.Notification;
import org.passerelle.security.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProductTest
@Requirement({"ACC-01", "ACC-02"})
class SignInTest {
    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Audit audit;
    @Autowired Notification notification;

    @Test
    void nobody_and_somebody_with_a_wrong_password_get_the_same_page() {
        var person = Accounts.member(people);
        var known = Site.visitor(port).signIn(person.email(), "not the password");
        var unknown =
                Site.visitor(port).signIn(UUID.randomUUID() + "@example.org", "not the password");

        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(422);
        assertThat(plain(known.body(), person.email()))
                .isEqualTo(plain(unknown.body(), loginIn(unknown.body())));
    }

    @Test
    void nobody_and_somebody_with_a_wrong_password_wait_as_long() {
        // The machine does other things meanwhile: a real difference shows every time.
        for (var attempt = 1; attempt <= 3; attempt++) {
            if (Timings.of(this::known, this::unknown).areAlike()) {
                return;
            }
        }
        assertThat(Timings.of(this::known, this::unknown).areAlike()).isTrue();
    }

    private long known(int round) {
        return nanos(Accounts.member(people).email(), round);
    }

    private long unknown(int round) {
        Accounts.member(people);
        return nanos(UUID.randomUUID() + "@example.org", round);
    }

    private long nanos(String login, int round) {
        var start = System.nanoTime();
        people.signIn(login, "not the password", "127.8.0." + (round + 1));
        return System.nanoTime() - start;
    }

    @Test
    void the_eleventh_wrong_password_under_a_name_must_wait_whoever_tries() {
        var person = Accounts.member(people);
        for (var i = 1; i <= 10; i++) {
            var login = i % 2 == 0 ? person.email().toUpperCase(Locale.ROOT) : person.email();
            assertThat(Site.visitor(port).signIn(login, "wrong " + i).statusCode()).isEqualTo(422);
        }
        var site = Site.visitor(port);
        var limited = site.signIn(person.email(), Accounts.PASSWORD);
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 90L);
        assertThat(limited.body()).contains("Trop d’essais");
        assertThat(audit.of(AuditSubject.of("person", person.id()), 20))
                .extracting(AuditLine::action)
                .contains("identity.sign-in-refused", "identity.sign-in-limited");
    }

    /// Were the account's other name told to wait, a stranger who knows a public username would
    /// learn whether a guessed address is its owner's.
    @Test
    void a_name_used_up_does_not_give_away_the_account_s_other_name() {
        var person = Accounts.member(people);
        for (var i = 1; i <= 11; i++) {
            people.signIn(person.username(), "wrong " + i, "127.8.6." + i);
        }
        var stranger = UUID.randomUUID() + "@example.org";
        for (var i = 1; i <= 11; i++) {
            var ofAccount = people.signIn(person.email(), "wrong " + i, "127.8.7." + i);
            var ofNobody = people.signIn(stranger, "wrong " + i, "127.8.8." + i);
            assertThat(ofAccount).hasSameClassAs(ofNobody);
        }
    }

    @Test
    void an_account_has_one_count_under_both_names_and_then_no_password_is_right() {
        var person = Accounts.member(people);
        for (var i = 1; i <= 5; i++) {
            people.signIn(person.username(), "wrong " + i, "127.8.9." + i);
            people.signIn(person.email(), "wrong " + i, "127.8.9." + i);
        }
        assertThat(people.signIn(person.email(), Accounts.PASSWORD, "127.8.9.20"))
                .isEqualTo(new SignInOutcome.Wrong());
        assertThat(audit.of(AuditSubject.of("person", person.id()), 20))
                .extracting(AuditLine::action)
                .contains("identity.sign-in-limited");
    }

    @Test
    void an_unknown_account_is_limited_like_a_known_one() {
        var login = UUID.randomUUID() + "@example.org";
        for (var i = 1; i <= 10; i++) {
            people.signIn(login, "wrong " + i, "127.8.1." + i);
        }
        assertThat(people.signIn(login, "wrong", "127.8.1.11"))
                .isInstanceOf(SignInOutcome.TooManyTries.class);
    }

    @Test
    void one_address_may_fail_a_hundred_times_an_hour() {
        var address = "127.8.2.1";
        for (var i = 1; i <= 100; i++) {
            people.signIn("", "x".repeat(500), address);
        }
        assertThat(people.signIn(Accounts.member(people).email(), Accounts.PASSWORD, address))
                .isInstanceOf(SignInOutcome.TooManyTries.class);
    }

    @Test
    void a_right_password_is_not_counted() {
        var person = Accounts.member(people);
        for (var i = 1; i <= 25; i++) {
            assertThat(people.signIn(person.email(), Accounts.PASSWORD, "127.8.3.1"))
                    .isInstanceOf(SignInOutcome.Welcome.class);
        }
    }

    @Test
    void whoever_resets_the_password_gets_in_at_once() {
        var person = Accounts.member(people);
        for (var i = 1; i <= 11; i++) {
            people.signIn(person.email(), "wrong " + i, "127.8.4." + i);
        }
        people.askReset(person.email(), "127.8.4.20");
        var letter = new Mail(notification).newest(person.email(), "identity.reset");
        var link = Mail.link(letter).substring("/reset/".length());
        var again = "another sentence to remember";
        people.reset(link, again);
        assertThat(people.signIn(person.email(), again, "127.8.4.12"))
                .isInstanceOf(SignInOutcome.Welcome.class);
    }

    @Test
    void a_closed_account_signs_nobody_in_and_does_not_say_so() {
        var person = Accounts.member(people);
        var site = Site.signedIn(port, person);
        people.disable(new Actor.Product("test"), person.id(), "left");

        assertThat(site.get("/account").statusCode()).isEqualTo(303);
        assertThat(people.signIn(person.email(), Accounts.PASSWORD, "127.8.5.1"))
                .isEqualTo(new SignInOutcome.Wrong());
    }

    @Test
    void nobody_is_sent_to_another_site() {
        var person = Accounts.member(people);
        for (var wish :
                java.util.List.of(
                        "https://evil.example",
                        "//evil.example",
                        "/\\evil.example",
                        "javascript:x")) {
            var site = Site.visitor(port);
            var answer =
                    site.post(
                            "/sign-in",
                            Map.of(
                                    "login",
                                    person.email(),
                                    "password",
                                    Accounts.PASSWORD,
                                    "continue",
                                    wish));
            assertThat(Site.location(answer)).isEqualTo("/organisation");
        }
        var answer =
                Site.visitor(port)
                        .post(
                                "/sign-in",
                                Map.of(
                                        "login",
                                        person.email(),
                                        "password",
                                        Accounts.PASSWORD,
                                        "continue",
                                        "/account?a=b"));
        assertThat(Site.location(answer)).isEqualTo("/account?a=b");
    }

    private static String plain(String page, String login) {
        return page.replace(login, "LOGIN").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "CSRF");
    }

    private static String loginIn(String page) {
        return page.replaceAll("(?s).*name=\"login\"[^>]*value=\"([^\"]*)\".*", "$1");
    }
}
