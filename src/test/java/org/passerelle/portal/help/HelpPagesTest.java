package org.passerelle.portal.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.HelpSubject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The help centre with the articles of the installed packs.
@ProductTest
@Requirement("HLP-01")
class HelpPagesTest {
    private static final Pattern LINK = Pattern.compile("\\]\\((/[^)#?]*)");

    @Autowired WebApplicationContext context;
    @Autowired Packs packs;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private MockMvc pages;

    @BeforeEach
    void the_whole_product() {
        pages =
                MockMvcBuilders.webAppContextSetup(context)
                        .apply(SecurityMockMvcConfigurers.springSecurity())
                        .build();
    }

    private String page(String path) throws Exception {
        return pages.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void every_article_of_the_contents_can_be_read_in_both_languages() throws Exception {
        for (var pack : packs.installed()) {
            var office = "?office=" + pack.id() + "&lang=";
            for (var language : List.of("fr", "en")) {
                var contents = page("/help" + office + language);
                for (var subject : pack.help()) {
                    for (var article : subject.articles()) {
                        assertThat(contents).contains("href=\"/help/" + article.id() + "\"");
                        assertThat(page("/help/" + article.id() + office + language))
                                .contains("<h1>")
                                .doesNotContain("lang=\"null\"");
                    }
                }
            }
            assertThat(pack.help()).hasSizeGreaterThan(6);
        }
    }

    @Test
    void an_article_leads_only_to_addresses_that_exist() {
        var dead = new TreeSet<String>();
        for (var pack : packs.installed()) {
            var articles =
                    pack.help().stream()
                            .flatMap(subject -> subject.articles().stream())
                            .map(HelpSubject.Article::id)
                            .toList();
            pack.texts().byPath().values().stream()
                    .flatMap(versions -> versions.values().stream())
                    .filter(text -> text.path().startsWith("articles/"))
                    .forEach(text ->
                            LINK.matcher(text.markdown())
                                    .results()
                                    .map(link -> link.group(1))
                                    .filter(path -> !leadsSomewhere(path, articles))
                                    .forEach(path -> dead.add(text.path() + " to " + path)));
        }
        assertThat(dead).isEmpty();
    }

    private boolean leadsSomewhere(String path, List<String> articles) {
        if (path.startsWith("/help/")) {
            return articles.contains(path.substring("/help/".length()));
        }
        return mapping.getHandlerMethods().keySet().stream()
                .filter(info -> info.getPathPatternsCondition() != null)
                .flatMap(info -> info.getPathPatternsCondition().getPatterns().stream())
                .anyMatch(pattern -> pattern.matches(PathContainer.parsePath(path)));
    }

    @Test
    void an_unknown_article_is_not_found() throws Exception {
        pages.perform(get("/help/nothing-of-the-kind")).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @CsvSource({
        "fr, mot de passe oublié, forgotten-password",
        "fr, jeton périmé ou expiré, token-end",
        "en, forgoten pasword, forgotten-password",
        "en, how much may I still order, limits",
        "fr, se désabonner, your-letters",
        "en, unsubscribe, your-letters",
        "fr, supprimer mon compte, your-data",
        "en, delete my account, your-data"
    })
    void a_question_finds_its_article_first(String language, String question, String article)
            throws Exception {
        var html =
                pages.perform(get("/help").param("lang", language).param("q", question))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        var found = new ArrayList<String>();
        Pattern.compile("<a href=\"/help/([a-z-]+)\"><b>")
                .matcher(html)
                .results()
                .forEach(link -> found.add(link.group(1)));

        assertThat(found).isNotEmpty().first().isEqualTo(article);
    }

    @Test
    void what_is_looked_for_stays_typed_and_nothing_of_it_is_obeyed() throws Exception {
        var html =
                pages.perform(get("/help").param("q", "\"><script>alert(1)</script>"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();

        assertThat(html)
                .doesNotContain("\"><script>")
                .contains("&lt;script&gt;alert(1)")
                .contains("value=\"&#34;>");
    }

    @Test
    void a_page_leads_to_the_articles_about_it() throws Exception {
        assertThat(page("/sign-in?lang=en")).contains("href=\"/help/forgotten-password\"");
        assertThat(page("/catalogue?lang=en")).contains("href=\"/help/qualified-eligible\"");
        assertThat(page("/how-it-works?lang=en")).doesNotContain("id=\"guides\"");
    }
}
