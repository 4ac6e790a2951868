package org.passerelle.ui;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ProductTest
class PageTest {
    private static final int BUDGET = 20 * 1024;

    private final MockMvcTester pages;

    PageTest(@Autowired WebApplicationContext product) {
        this.pages = MockMvcTester.create(MockMvcBuilders.webAppContextSetup(product).build());
    }

    @Test
    void a_page_is_french_unless_another_language_is_wished() {
        assertThat(pages.get().uri("/")).bodyText().contains("<html lang=\"fr\"", "à votre portée");
        assertThat(pages.get().uri("/").header("Accept-Language", "ja, en-GB;q=0.5"))
                .bodyText()
                .contains("<html lang=\"en\"");
        assertThat(pages.get().uri("/").header("Accept-Language", "ja"))
                .bodyText()
                .contains("<html lang=\"fr\"");
    }

    @ParameterizedTest
    @CsvSource({"nl-BE, nl", "'de-LU, fr;q=0.5', de", "'lb, de;q=0.8, fr;q=0.5', de"})
    @Requirement("NOT-01")
    void a_browser_is_answered_in_dutch_and_german_too(String wished, String answered) {
        assertThat(pages.get().uri("/").header("Accept-Language", wished))
                .bodyText()
                .contains("<html lang=\"" + answered + "\"");
    }

    @Test
    @Requirement("NOT-01")
    void every_page_leads_to_itself_in_four_languages() {
        assertThat(pages.get().uri("/how-it-works"))
                .bodyText()
                .contains(
                        "href=\"/how-it-works?lang=fr\" lang=\"fr\"",
                        "href=\"/how-it-works?lang=en\" lang=\"en\"",
                        "href=\"/how-it-works?lang=nl\" lang=\"nl\"",
                        "href=\"/how-it-works?lang=de\" lang=\"de\"");
    }

    @Test
    @Requirement("NOT-01")
    void what_the_office_says_in_its_own_language_is_marked_as_such() {
        assertThat(pages.get().uri("/catalogue?lang=nl")).bodyText().contains("<h3 lang=\"fr\">");
        assertThat(pages.get().uri("/catalogue?lang=en")).bodyText().doesNotContain("<h3 lang");
    }

    @Test
    void a_language_asked_for_is_kept_and_stands_above_the_browsers_wish() {
        assertThat(pages.get().uri("/?lang=en")).cookies().hasValue("lang", "en");
        assertThat(
                        pages.get()
                                .uri("/")
                                .cookie(new jakarta.servlet.http.Cookie("lang", "en"))
                                .header("Accept-Language", "fr"))
                .bodyText()
                .contains("<html lang=\"en\"");
    }

    @Test
    void the_language_switch_stays_on_the_page_with_its_query() {
        assertThat(pages.get().uri("/how-it-works?q={q}&lang=fr", "a b"))
                .bodyText()
                .contains("href=\"/how-it-works?q=a%20b&amp;lang=en\"");
    }

    @Test
    void a_theme_asked_for_is_kept() {
        var display = pages.get().uri("/display?theme=dark").exchange();

        assertThat(display).cookies().hasValue("theme", "dark");
        assertThat(body(display)).contains("data-theme=\"dark\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/how-it-works", "/accessibility", "/personal-data", "/display"})
    void a_public_page_keeps_its_budget_and_names_no_key(String path) {
        for (var language : new String[] {"fr", "en"}) {
            assertThat(pages.get().uri(path + "?lang=" + language))
                    .hasStatusOk()
                    .bodyText()
                    .hasSizeLessThan(BUDGET)
                    .contains("<h1", "href=\"#contenu\"");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 409, 410, 413, 429, 500, 503})
    void an_error_page_says_what_happened_and_where_to_go(int status) {
        assertThat(
                        pages.get()
                                .uri("/error")
                                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/orders/1"))
                .hasStatus(status)
                .bodyText()
                .contains("<h1>", "href=\"/\"");
    }

    @Test
    void a_machine_gets_a_problem_instead_of_a_page() {
        assertThat(
                        pages.get()
                                .uri("/error")
                                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 404)
                                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/x"))
                .hasStatus(404)
                .hasContentType("application/problem+json");
    }

    @Test
    void an_asset_has_an_address_that_changes_with_it_and_may_be_kept_for_ever() {
        var home = pages.get().uri("/").exchange();
        var address =
                java.util.regex.Pattern.compile("/assets/passerelle-[0-9a-f]{8}\\.css")
                        .matcher(body(home));
        assertThat(address.find()).isTrue();
        assertThat(pages.get().uri(address.group()))
                .hasStatusOk()
                .headers()
                .hasValue("Cache-Control", "max-age=31536000, public, immutable");
        assertThat(pages.get().uri("/favicon.ico")).hasStatusOk();
        assertThat(body(home)).contains("/assets/htmx.min-");
    }

    private static String body(org.springframework.test.web.servlet.assertj.MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
