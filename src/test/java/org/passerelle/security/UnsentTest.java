package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.organisation.Organisations;
import org.passerelle.verification.CaseState;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A session ends while somebody types: nothing that was typed is lost, and nothing is sent that
/// its author does not press for.
@ProductTest
@Requirement({"VER-05", "ORG-01"})
class UnsentTest {
    private static final String WRITTEN = "Deux lignes,\r\navec « é » & des signes + = ?";

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Verification verification;
    @Autowired DSLContext db;

    private Person reviewer;
    private Site site;

    @BeforeEach
    void sign_in() {
        reviewer = Accounts.staff(people, Role.REVIEWER);
        site = Site.signedIn(port, reviewer);
    }

    private void sessionEnds() {
        db.execute("delete from spring_session where principal_name = ?", reviewer.id().toString());
    }

    /// Posts with the token of a page that was opened before the session ended.
    private HttpResponse<String> postTooLate(String path, String body) {
        var csrf = Site.csrfOf(site.get("/account").body());
        sessionEnds();
        return site.send(
                site.request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + csrf + "&" + body))
                        .build());
    }

    private void signInAgain() {
        signIn(reviewer);
    }

    private void signIn(Person person) {
        site.postFrom(
                "/sign-in",
                "/sign-in",
                Map.of("login", person.username(), "password", Accounts.PASSWORD));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void what_a_reviewer_wrote_is_there_after_signing_in_again_and_goes_where_it_was_going() {
        var organisation =
                VerificationFixtures.submitted(
                        organisations,
                        verification,
                        Accounts.member(people).id(),
                        VerificationFixtures.rcs());
        var path =
                "/staff/cases/" + verification.caseOf(organisation).orElseThrow().id() + "/decide";

        var late =
                postTooLate(
                        path,
                        "act=ask&ready=statutes&ready=budget&seen=mission%3D3twCWp2&words="
                                + encoded(WRITTEN));

        assertThat(Site.location(late)).isEqualTo("/sign-in?kept&continue=%2Funsent");
        assertThat(site.get("/sign-in?kept&continue=%2Funsent").body())
                .contains("Rien n’est perdu");
        assertThat(verification.caseOf(organisation).orElseThrow().state())
                .isEqualTo(CaseState.SUBMITTED);
        signInAgain();
        var waiting = site.get("/unsent").body();
        assertThat(waiting)
                .contains(
                        "action=\"" + path + "\"",
                        "name=\"ready\" value=\"statutes\"",
                        "name=\"ready\" value=\"budget\"",
                        "Deux lignes,")
                .contains("name=\"seen\" value=\"mission=3twCWp2\"")
                .doesNotContain("value=\"_csrf\"", ">mission=3twCWp2");

        site.postFrom("/unsent", path, Map.of("act", "ask", "words", WRITTEN));
        var asked = verification.caseOf(organisation).orElseThrow();
        assertThat(asked.state()).isEqualTo(CaseState.INFORMATION_REQUESTED);
    }

    @Test
    void somebody_else_who_signs_in_on_that_browser_sees_nothing_and_it_is_thrown_away() {
        postTooLate("/organisation/registration/identity", "legal-name=Les+Mains");
        signIn(Accounts.member(people));
        var shown = site.get("/unsent");
        assertThat(shown.statusCode()).isEqualTo(302);
        assertThat(shown.body()).doesNotContain("Les Mains");

        signInAgain();
        assertThat(site.get("/unsent").statusCode()).isEqualTo(302);
    }

    /// All cookies are gone: only the form itself tells whose it is.
    private HttpResponse<String> postWithoutCookies(String path, String body, String origin) {
        var csrf = Site.csrfOf(site.get("/account").body());
        site = Site.visitor(port);
        return post(path, "_csrf=" + csrf + "&" + body, origin);
    }

    @Test
    void a_form_whose_cookies_are_all_gone_comes_back_to_its_author_alone() {
        var here = "http://localhost:" + port;
        var path = "/organisation/registration/identity";

        var late = postWithoutCookies(path, "legal-name=Les+Mains", here);
        assertThat(Site.location(late)).isEqualTo("/sign-in?kept&continue=%2Funsent");
        signInAgain();
        assertThat(site.get("/unsent").body()).contains("Les Mains");

        postWithoutCookies(path, "legal-name=Les+Mains", here);
        signIn(Accounts.member(people));
        assertThat(site.get("/unsent").statusCode()).isEqualTo(302);
    }

    @Test
    void a_form_of_an_earlier_session_waits_for_its_author_and_is_shown_to_nobody_else() {
        var path = "/organisation/registration/identity";
        var earlier = Site.csrfOf(site.get("/account").body());
        var fields = "_csrf=" + earlier + "&legal-name=Les+Mains";

        site.postFrom("/account", "/sign-out", Map.of());
        signInAgain();
        assertThat(Site.location(post(path, fields, "http://localhost:" + port)))
                .isEqualTo("/unsent");
        assertThat(site.get("/unsent").body()).contains("Les Mains");

        site.postFrom("/account", "/sign-out", Map.of());
        signIn(Accounts.member(people));
        var refused = post(path, fields, "http://localhost:" + port);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("ouverte trop longtemps").doesNotContain("Les Mains");
    }

    @Test
    void what_another_site_posts_is_refused_and_not_kept() {
        var path = "/organisation/registration/identity";
        for (var origin : new String[] {"https://evil.example", "null"}) {
            assertThat(postWithoutCookies(path, "legal-name=X", origin).statusCode())
                    .isEqualTo(403);
            assertThat(site.cookie("session")).isEmpty();
            site = Site.signedIn(port, reviewer);
        }
        assertThat(post("/sign-in", "login=x", "http://localhost:" + port).statusCode())
                .isEqualTo(403);
        assertThat(
                        Site.location(
                                Site.visitor(port)
                                        .send(
                                                posting(
                                                        "/sign-in",
                                                        "login=x",
                                                        "http://localhost:" + port))))
                .isEqualTo("/sign-in?stale");
    }

    private static final String ASK = "/requests/is-registered";

    /// A visitor's page, and later another browser state: no cookie is left.
    private String visitorsForm() {
        var csrf = Site.csrfOf(Site.visitor(port).get(ASK).body());
        site = Site.visitor(port);
        return Site.encoded(
                Map.of(
                        "_csrf", csrf,
                        "asker-name", "Jeanne <Kayl>",
                        "asker-email", "jeanne@kayl.example",
                        "name", "Que faut-il joindre ?"));
    }

    @Test
    @Requirement("HLP-02")
    void a_visitors_form_whose_cookie_is_gone_comes_back_in_the_answer_and_is_sent_by_a_press() {
        var back = post(ASK, visitorsForm(), "http://localhost:" + port);

        assertThat(back.statusCode()).isEqualTo(403);
        assertThat(back.body())
                .contains(
                        "action=\"" + ASK + "\"",
                        "value=\"Jeanne &lt;Kayl>\"",
                        "Que faut-il joindre ?",
                        "Rien n’a été envoyé")
                .doesNotContain("/unsent/drop");
        assertThat(site.cookie("session")).isEmpty();
        assertThat(site.get("/unsent").statusCode()).isNotEqualTo(200);

        var sent =
                site.postBare(
                        ASK,
                        Map.of(
                                "_csrf", Site.csrfOf(back.body()),
                                "asker-name", "Jeanne <Kayl>",
                                "asker-email", "jeanne@kayl.example",
                                "name", "Que faut-il joindre ?",
                                "number", "F4807",
                                "address", "1, rue du Pont, Kayl",
                                "link", "board"));
        assertThat(Site.location(sent)).isEqualTo("/requests");
    }

    /// Of a page that tells its address to nobody, browsers send no origin.
    @Test
    void a_visitors_form_of_a_page_opened_by_a_letter_comes_back_as_well() {
        for (var from : new String[] {"same-origin", "cross-site"}) {
            var request =
                    site.request("/requests/followed/A/reply")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Origin", "null")
                            .header("Sec-Fetch-Site", from)
                            .POST(HttpRequest.BodyPublishers.ofString("text=In+Mersch"))
                            .build();
            assertThat(site.send(request).body().contains("In Mersch"))
                    .isEqualTo(from.equals("same-origin"));
        }
    }

    @Test
    void what_another_site_posts_for_a_visitor_is_not_answered_with() {
        for (var origin : new String[] {"https://evil.example", "null"}) {
            var refused = post(ASK, visitorsForm(), origin);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).doesNotContain("Que faut-il joindre");
        }
        assertThat(Site.visitor(port).post("/stale", Map.of("a", "b")).statusCode()).isIn(403, 404);
    }

    @Test
    void a_new_account_is_not_typed_anew_but_for_its_password() {
        var here = "http://localhost:" + port;
        site = Site.visitor(port);
        var back = post("/register", "username=jeanne.kayl&password=geheim-wort-24", here);
        assertThat(back.body()).contains("value=\"jeanne.kayl\"").doesNotContain("geheim-wort");
        assertThat(back.body()).as("short as it is").contains("as-typed\">jeanne.kayl</p>");
    }

    private HttpResponse<String> post(String path, String fields, String origin) {
        return site.send(posting(path, fields, origin));
    }

    private HttpRequest posting(String path, String fields, String origin) {
        return site.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString(fields))
                .build();
    }

    @Test
    void what_is_given_up_is_gone() {
        postTooLate("/organisation/registration/identity", "legal-name=Les+Mains");
        signInAgain();
        assertThat(site.get("/unsent").body()).contains("Les Mains");
        site.postFrom("/unsent", "/unsent/drop", Map.of());
        assertThat(site.get("/unsent").statusCode()).isEqualTo(302);
    }

    @Test
    void a_password_is_never_kept_nor_what_a_stranger_posts_nor_what_is_too_long() {
        var password = postTooLate("/account/password", "new-password=geheim+wort");
        assertThat(Site.location(password)).doesNotContain("kept");
        signInAgain();
        assertThat(site.get("/unsent").statusCode()).isEqualTo(302);

        var long_ = postTooLate("/organisation/registration/identity", "a=" + "x".repeat(30_000));
        assertThat(Site.location(long_)).doesNotContain("kept");

        var stranger = Site.visitor(port);
        var answer = stranger.postFrom("/sign-in", "/account/username", Map.of("username", "x y"));
        assertThat(Site.location(answer)).startsWith("/sign-in?continue=");
        assertThat(stranger.cookie("session")).isEmpty();
    }

    @Test
    void a_file_leads_back_to_the_page_it_was_on_and_to_no_other_site() {
        for (var page :
                Map.of(
                                "http://localhost:" + port + "/organisation/case?x=1",
                                "%2Forganisation%2Fcase%3Fx%3D1",
                                "https://evil.example/organisation",
                                "%2Forganisation%2Fcase%2Ffiles")
                        .entrySet()) {
            var csrf = Site.csrfOf(site.get("/account").body());
            sessionEnds();
            var answer =
                    site.send(
                            site.request("/organisation/case/files?_csrf=" + encoded(csrf))
                                    .header("Content-Type", "multipart/form-data; boundary=b")
                                    .header("Referer", page.getKey())
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    "--b\r\nContent-Disposition: form-data;"
                                                            + " name=\"file\";"
                                                            + " filename=\"a.txt\"\r\n\r\n1\r\n"
                                                            + "--b--\r\n"))
                                    .build());
            assertThat(Site.location(answer)).isEqualTo("/sign-in?continue=" + page.getValue());
            signInAgain();
        }
    }
}
