package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ProductTest
@Requirement({"ACC-01", "OPS-03"})
class HeadersTest {
    @LocalServerPort int port;
    @Autowired WebApplicationContext context;
    @Autowired People people;

    private MockMvc overHttps() {
        return MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .defaultRequest(get("/").secure(true))
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/nowhere", "/register", "/assets/passerelle.css"})
    void every_answer_says_what_browsers_may_do_with_it(String path) {
        var headers = Site.visitor(port).get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .isEqualTo(SecurityConfiguration.CONTENT_SECURITY_POLICY)
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("camera=()");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("Strict-Transport-Security"))
                .as("means nothing over http")
                .isEmpty();
    }

    @Test
    void over_https_the_host_is_pinned_for_a_year_and_cookies_to_it() throws Exception {
        overHttps()
                .perform(get("/sign-in").secure(true))
                .andExpect(status().isOk())
                .andExpect(
                        header().string(
                                        "Strict-Transport-Security",
                                        "max-age=31536000 ; includeSubDomains"))
                .andExpect(result -> assertThat(csrfCookie(result)).isNotNull());
    }

    private static Cookie csrfCookie(MvcResult result) {
        var cookie = Objects.requireNonNull(result.getResponse().getCookie("__Host-csrf"));
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        return cookie;
    }

    @Test
    void a_post_without_the_hidden_field_is_refused_and_changes_nothing() throws Exception {
        var person = Accounts.member(people);
        var site = Site.signedIn(port, person);
        var fields = Map.of("firstName", "Forged", "lastName", "Name", "language", "en");

        assertThat(site.postBare("/account/profile", fields).statusCode()).isEqualTo(403);
        var other = Site.csrfOf(Site.visitor(port).get("/sign-in").body());
        var withOthers = new java.util.HashMap<>(fields);
        withOthers.put("_csrf", other);
        assertThat(site.postBare("/account/profile", withOthers).statusCode()).isEqualTo(403);
        assertThat(people.find(person.id()).orElseThrow().firstName()).isEqualTo("Test");

        assertThat(site.postFrom("/account", "/account/profile", fields).statusCode())
                .isEqualTo(302);
        assertThat(people.find(person.id()).orElseThrow().firstName()).isEqualTo("Forged");
    }

    @Test
    void the_hidden_field_is_found_in_a_form_with_files() throws Exception {
        var site = Site.signedIn(port, Accounts.member(people));
        var token = Site.csrfOf(site.get("/account").body());
        var body =
                """
                --edge\r
                Content-Disposition: form-data; name="_csrf"\r
                \r
                %s\r
                --edge--\r
                """
                        .formatted(token);
        var answer =
                site.send(
                        site.request("/account/profile")
                                .header("Content-Type", "multipart/form-data; boundary=edge")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body))
                                .build());
        assertThat(answer.statusCode()).as("past the door, names missing").isEqualTo(422);
    }

    @Test
    void signing_out_by_a_link_is_not_possible() {
        var site = Site.signedIn(port, Accounts.member(people));
        site.get("/sign-out");
        assertThat(site.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void an_htmx_request_without_a_session_is_led_to_sign_in() throws Exception {
        overHttps()
                .perform(get("/account").header("HX-Request", "true"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Redirect", "/sign-in?continue=%2Faccount"));
        overHttps().perform(post("/account/profile")).andExpect(status().isForbidden());
    }
}
