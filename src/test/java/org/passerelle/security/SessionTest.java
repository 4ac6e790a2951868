package org.passerelle.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.Duties;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

@ProductTest
@Requirement({"ACC-02", "ACC-08"})
class SessionTest<S extends Session> {
    @LocalServerPort int port;
    @Autowired People people;
    @Autowired DSLContext db;
    @Autowired FindByIndexNameSessionRepository<S> sessions;

    @Test
    void signing_in_begins_a_new_session_and_a_new_csrf_token() {
        var person = Accounts.member(people);
        var site = Site.visitor(port);
        site.get("/sign-in");
        assertThat(site.cookie("session")).as("a visitor has no session").isEmpty();
        var csrf = site.cookie("csrf");
        site.signIn(person.email(), Accounts.PASSWORD);
        var first = site.cookie("session");
        assertThat(first).isNotEmpty();
        assertThat(site.cookie("csrf")).isNotEqualTo(csrf);

        var other = Accounts.member(people);
        site.postFrom(
                "/account",
                "/sign-in",
                Map.of("login", other.email(), "password", Accounts.PASSWORD));
        assertThat(site.cookie("session")).isNotEqualTo(first).isNotEmpty();
        assertThat(site.get("/account").body()).contains(other.email());
    }

    @Test
    void a_session_id_that_a_stranger_planted_is_not_taken() {
        var person = Accounts.member(people);
        var site = Site.visitor(port);
        var page = site.get("/sign-in");
        var answer =
                site.send(
                        site.request("/sign-in")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Cookie", "session=cGxhbnRlZA==")
                                .POST(
                                        java.net.http.HttpRequest.BodyPublishers.ofString(
                                                "_csrf="
                                                        + Site.csrfOf(page.body())
                                                        + "&login="
                                                        + person.username()
                                                        + "&password="
                                                        + Accounts.PASSWORD.replace(' ', '+')))
                                .build());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(site.cookie("session")).isNotEqualTo("cGxhbnRlZA==").isNotEmpty();
    }

    @Test
    void cookies_are_out_of_reach_of_scripts_and_other_sites() {
        var site = Site.visitor(port);
        var person = Accounts.member(people);
        var answer = site.signIn(person.email(), Accounts.PASSWORD);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void signing_out_ends_the_session_at_once() {
        var site = Site.signedIn(port, Accounts.member(people));
        var session = site.cookie("session");
        var answer = site.postFrom("/account", "/sign-out", Map.of());
        assertThat(Site.location(answer)).endsWith("/sign-in?signed-out");

        var thief = Site.visitor(port);
        var tried =
                thief.send(
                        thief.request("/account").header("Cookie", "session=" + session).build());
        assertThat(tried.statusCode()).isEqualTo(303);
    }

    @Test
    void changing_the_password_ends_all_other_sessions_but_not_this_one() {
        var person = Accounts.member(people);
        var here = Site.signedIn(port, person);
        var elsewhere = Site.signedIn(port, person);
        var before = here.cookie("session");
        here.postFrom(
                "/account",
                "/account/password",
                Map.of(
                        "currentPassword",
                        Accounts.PASSWORD,
                        "password",
                        "four otters below the weir"));

        assertThat(here.get("/account").statusCode()).isEqualTo(200);
        assertThat(here.cookie("session")).isNotEqualTo(before);
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void a_role_taken_away_is_gone_at_the_next_request() {
        var person = Accounts.staff(people, Role.SUPPORT);
        var site = Site.signedIn(port, person);
        assertThat(site.get("/staff/nowhere").statusCode()).isEqualTo(404);
        people.appoint(new Actor.Product("test"), person.id(), Duties.NONE);
        assertThat(site.get("/staff/nowhere").statusCode()).isEqualTo(403);
    }

    @Test
    void a_busy_session_ends_after_twelve_hours_and_that_of_staff_after_eight() {
        var member = Accounts.member(people);
        var staff = Accounts.staff(people, Role.FINANCE);
        assertThat(Sessions.isYoung(Duration.ofHours(12).minusMillis(1), false)).isTrue();
        assertThat(Sessions.isYoung(Duration.ofHours(12), false)).isFalse();
        assertThat(Sessions.isYoung(Duration.ofHours(8).minusMillis(1), true)).isTrue();
        assertThat(Sessions.isYoung(Duration.ofHours(8), true)).isFalse();

        var busy = Site.signedIn(port, staff);
        makeOlder(staff.id().toString(), Duration.ofHours(8).plusSeconds(1));
        assertThat(busy.get("/account").statusCode()).isEqualTo(303);

        var stays = Site.signedIn(port, member);
        makeOlder(member.id().toString(), Duration.ofHours(8).plusSeconds(1));
        assertThat(stays.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void thirty_minutes_without_a_request_end_a_session() {
        var person = Accounts.member(people);
        var site = Site.signedIn(port, person);
        var idle =
                db.fetchValue(
                        "select max_inactive_interval from spring_session"
                                + " where principal_name = ?",
                        person.id().toString());
        assertThat(idle).isEqualTo(1800);
        db.execute(
                "update spring_session set last_access_time = last_access_time - 1801000,"
                        + " expiry_time = expiry_time - 1801000 where principal_name = ?",
                person.id().toString());
        assertThat(site.get("/account").statusCode()).isEqualTo(303);
    }

    /// Both had read the session before either wrote: to each the attribute was new.
    @Test
    @Requirement("OPS-01")
    void two_tabs_may_leave_a_notice_at_once() {
        var first = sessionOf(Accounts.member(people));
        var second = sessionOf(first.getId());
        first.setAttribute("notice", "first");
        second.setAttribute("notice", "second");
        sessions.save(first);
        sessions.save(second);

        assertThat(sessionOf(first.getId()).<String>getAttribute("notice")).isEqualTo("second");
    }

    @Test
    @Requirement("OPS-01")
    void a_tab_that_answers_after_another_signed_out_brings_nobody_back() {
        var late = sessionOf(Accounts.member(people));
        sessions.deleteById(late.getId());
        late.setAttribute("notice", "late");
        sessions.save(late);

        assertThat(sessions.findById(late.getId())).isNull();
    }

    private S sessionOf(Person person) {
        var cookie = Site.signedIn(port, person).cookie("session");
        return sessionOf(new String(Base64.getDecoder().decode(cookie), UTF_8));
    }

    private S sessionOf(String id) {
        return Objects.requireNonNull(sessions.findById(id));
    }

    @Test
    void requests_close_together_are_noted_once_and_a_later_one_again() {
        var person = Accounts.member(people);
        var site = Site.signedIn(port, person);
        var noted = noted(person.id().toString());
        assertThat(site.get("/account").statusCode()).isEqualTo(200);
        assertThat(noted(person.id().toString())).isEqualTo(noted);

        db.execute(
                "update spring_session set last_access_time = last_access_time - 30000,"
                        + " expiry_time = expiry_time - 30000 where principal_name = ?",
                person.id().toString());
        assertThat(site.get("/account").statusCode()).isEqualTo(200);
        assertThat(noted(person.id().toString())).isGreaterThanOrEqualTo(noted);
    }

    private long noted(String principal) {
        return db.fetchSingle(
                        "select last_access_time from spring_session where principal_name = ?"
                                + " and expiry_time = last_access_time + 1800000",
                        principal)
                .into(Long.class);
    }

    /// Lets a stored session have begun earlier: the serialised moment is replaced.
    private void makeOlder(String principal, Duration by) {
        var began =
                db.fetchSingle(
                        "select a.attribute_bytes, a.session_primary_id from"
                                + " spring_session_attributes a join spring_session s on"
                                + " s.primary_id = a.session_primary_id where"
                                + " a.attribute_name = 'began' and s.principal_name = ?",
                        principal);
        var bytes = began.get(0, byte[].class);
        // Java's form of a Long ends with its eight bytes.
        var value = java.nio.ByteBuffer.wrap(bytes, bytes.length - 8, 8);
        var earlier = value.getLong(bytes.length - 8) - by.toMillis();
        java.nio.ByteBuffer.wrap(bytes).putLong(bytes.length - 8, earlier);
        db.execute(
                "update spring_session_attributes set attribute_bytes = ?"
                        + " where attribute_name = 'began' and session_primary_id = ?",
                bytes,
                began.get(1));
    }
}
