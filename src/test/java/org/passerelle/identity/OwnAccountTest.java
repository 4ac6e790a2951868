package org.passerelle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditLine;
import org.passerelle.audit.AuditSubject;
import org.passerelle.notification.Notification;
import org.passerelle.security.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A person changes how they sign in, through the pages (ACC-04).
@ProductTest
@Requirement("ACC-04")
class OwnAccountTest {
    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Notification notification;
    @Autowired Audit audit;

    private final String unique = UUID.randomUUID().toString().substring(0, 13);
    private final String newEmail = "n" + unique + "@example.org";
    private Person person;
    private Site site;
    private Mail mail;

    @BeforeEach
    void signIn() {
        person = Accounts.member(people);
        site = Site.signedIn(port, person);
        mail = new Mail(notification);
    }

    private int change(String what, String value, String field, String password) {
        return site.postFrom(
                        "/account/sign-in",
                        "/account/" + what,
                        Map.of(what, value, field, password))
                .statusCode();
    }

    private int press(String path) {
        return Site.visitor(port).post(path, Map.of()).statusCode();
    }

    private Person now() {
        return people.find(person.id()).orElseThrow();
    }

    @Test
    void a_username_is_changed_with_the_password_and_told_by_letter() {
        var wanted = "u" + unique;
        assertThat(change("username", wanted, "passwordU", "wrong")).isEqualTo(422);
        assertThat(now().username()).isEqualTo(person.username());
        var taken = Accounts.member(people).username().toUpperCase();
        assertThat(change("username", taken, "passwordU", Accounts.PASSWORD)).isEqualTo(422);

        assertThat(change("username", wanted, "passwordU", Accounts.PASSWORD)).isEqualTo(302);

        assertThat(now().username()).isEqualTo(wanted);
        mail.newest(person.email(), "identity.username");
        assertThat(Site.visitor(port).signIn(wanted, Accounts.PASSWORD).statusCode())
                .isEqualTo(302);
        assertThat(audit.of(AuditSubject.of("person", person.id()), 20))
                .extracting(AuditLine::action)
                .contains("identity.username-changed");
    }

    @Test
    void a_new_address_counts_once_its_link_is_used_and_the_old_one_is_told() {
        assertThat(change("email", newEmail, "passwordE", Accounts.PASSWORD)).isEqualTo(302);
        assertThat(now().email()).isEqualTo(person.email());
        var link = Mail.link(mail.newest(newEmail, "identity.new-email"));
        assertThat(mail.newest(person.email(), "identity.email-changing").text())
                .contains(newEmail);
        assertThat(Site.visitor(port).get(link).statusCode()).isEqualTo(200);
        assertThat(now().email()).as("looking does not use it").isEqualTo(person.email());

        assertThat(press(link)).isEqualTo(200);

        assertThat(now().email()).isEqualTo(newEmail);
        assertThat(Site.visitor(port).get(link).statusCode()).isEqualTo(410);
        assertThat(Site.visitor(port).signIn(newEmail, Accounts.PASSWORD).statusCode())
                .isEqualTo(302);
    }

    @Test
    void the_old_address_stops_the_change_before_it_counts_and_takes_it_back_after() {
        change("email", newEmail, "passwordE", Accounts.PASSWORD);
        var confirm = Mail.link(mail.newest(newEmail, "identity.new-email"));
        var stop = Mail.link(mail.newest(person.email(), "identity.email-changing"));
        press(confirm);
        assertThat(now().email()).isEqualTo(newEmail);

        assertThat(press(stop)).isEqualTo(200);

        assertThat(now().email()).isEqualTo(person.email());
        assertThat(site.get("/account").statusCode()).as("every session ended").isEqualTo(303);
        mail.newest(person.email(), "identity.stopped");
        assertThat(Site.visitor(port).get(stop).statusCode()).as("once").isEqualTo(410);
    }

    @Test
    void who_asked_knew_the_password_so_once_stopped_it_opens_nothing() {
        change("email", newEmail, "passwordE", Accounts.PASSWORD);
        press(Mail.link(mail.newest(person.email(), "identity.email-changing")));

        assertThat(Site.visitor(port).signIn(person.email(), Accounts.PASSWORD).statusCode())
                .isEqualTo(422);

        var letter = mail.newest(person.email(), "identity.stopped");
        assertThat(letter.text()).contains("ne marche plus");
        assertThat(Site.visitor(port).get(Mail.link(letter)).statusCode()).isEqualTo(200);
    }

    @Test
    void stopped_before_it_counts_the_other_link_is_dead() {
        var other = "m" + unique + "@example.org";
        change("email", other, "passwordE", Accounts.PASSWORD);
        var second = Mail.link(mail.newest(other, "identity.new-email"));
        press(Mail.link(mail.newest(person.email(), "identity.email-changing")));
        assertThat(Site.visitor(port).get(second).statusCode()).as("stopped").isEqualTo(410);
        assertThat(now().email()).isEqualTo(person.email());
    }

    @Test
    void an_address_of_another_account_is_not_told_from_a_free_one() {
        var other = Accounts.member(people);

        assertThat(change("email", other.email(), "passwordE", Accounts.PASSWORD)).isEqualTo(302);

        mail.newest(other.email(), "identity.exists");
        assertThat(mail.to(other.email()))
                .noneMatch(letter -> letter.template().equals("identity.new-email"));
        assertThat(now().email()).isEqualTo(person.email());
    }

    @Test
    void a_changed_password_ends_the_other_sessions_and_keeps_this_one() {
        var elsewhere = Site.signedIn(port, person);

        var changed =
                site.postFrom(
                        "/account",
                        "/account/password",
                        Map.of(
                                "currentPassword",
                                Accounts.PASSWORD,
                                "password",
                                "another long sentence of mine"));

        assertThat(changed.statusCode()).isEqualTo(302);
        assertThat(site.get("/account").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(303);
        mail.newest(person.email(), "identity.changed");
    }
}
