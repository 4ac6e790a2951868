package org.passerelle.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.pack.model.HelpSubject;
import org.passerelle.pack.model.HelpSubject.Article;
import org.passerelle.pack.model.HelpSubject.Place;
import org.passerelle.pack.model.Pack;

/// The contents of the help centre are data: what is wrong in them is named with its line, and an
/// office adds to what its base brings, or says it in its own way.
@Requirement("HLP-01")
class ArticleErrorsTest {
    private static final String RIGHT =
            """
            subjects:
              - subject: orders
                title: {fr: Commandes, en: Orders}
                articles:
                  - article: cancelling
                    about: [order, orders]
                  - article: waiting
              - subject: tokens
                title: {fr: Jetons, en: Tokens}
                articles: [{article: a-token, about: tokens}]
            """;

    @TempDir Path folder;

    @BeforeEach
    void a_pack_with_three_articles() throws IOException {
        SamplePack.copyTo(folder);
        own("articles.yaml", RIGHT);
        for (var article : Set.of("cancelling", "waiting", "a-token")) {
            article(article);
        }
    }

    private void own(String file, String content) throws IOException {
        var path = folder.resolve("sample-lu").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private void article(String id) throws IOException {
        for (var language : Set.of("fr", "en")) {
            own("texts/%s/articles/%s.md".formatted(language, id), "# " + id + "\n\nShort.\n");
        }
    }

    private Pack load() {
        return ((LoadOutcome.Loaded) PackLoader.load(folder.resolve("sample-lu"))).pack();
    }

    @Test
    void a_right_file_is_read_as_it_stands() {
        assertThat(load().help()).extracting(HelpSubject::id).containsExactly("orders", "tokens");
        assertThat(load().help().getFirst().articles())
                .containsExactly(
                        new Article("cancelling", Set.of(Place.ORDER, Place.ORDERS)),
                        new Article("waiting", Set.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    about: [order, orders] | about: [ordre]     | 6:17  | 'ordre' is not one of
                    article: waiting       | article: cancelling | 7:18  | 'cancelling' stands twice
                    article: waiting       | article: waitin    | 7:18  | there is no text 'articles/waitin'
                    subject: tokens        | subject: orders    | 8:14  | 'orders' stands twice
                    en: Tokens             | fr: Tokens         | 9:25  | twice
                    subject: tokens        | topic: tokens      | 8:5   | unknown key 'topic'
                    """)
    void a_slip_is_named_with_its_place(String right, String wrong, String place, String what)
            throws IOException {
        own("articles.yaml", RIGHT.replace(right, wrong));

        new Slip("articles.yaml", place, what).isToldOf(folder.resolve("sample-lu"));
    }

    @Test
    void an_office_adds_articles_to_the_base_s_and_moves_those_it_tells_itself()
            throws IOException {
        var base = folder.resolve("common");
        Files.createDirectories(base);
        Files.writeString(
                base.resolve("pack.yaml"),
                "pack: common\ntitle: Common\nlanguages: [fr, en]\nlibrary: true\n"
                        + "builds-on: base\n");
        Files.writeString(
                base.resolve("articles.yaml"),
                """
                subjects:
                  - {subject: paying, title: Paying, articles: [{article: transfer}]}
                  - {subject: orders, title: Ordering, articles: [{article: waiting, about: cart}]}
                """);
        for (var language : Set.of("fr", "en")) {
            for (var article : Set.of("transfer", "waiting")) {
                var text = base.resolve("texts/%s/articles/%s.md".formatted(language, article));
                Files.createDirectories(text.getParent());
                Files.writeString(text, "# Common\n\nShort.\n");
            }
        }
        var head = folder.resolve("sample-lu/pack.yaml");
        Files.writeString(
                head, Files.readString(head).replace("builds-on: base", "builds-on: common"));

        assertThat(load().help())
                .extracting(HelpSubject::id)
                .containsExactly("paying", "orders", "tokens");
        assertThat(load().help().get(1).articles())
                .containsExactly(
                        new Article("cancelling", Set.of(Place.ORDER, Place.ORDERS)),
                        new Article("waiting", Set.of()));
        assertThat(load().help().get(1).title().toString()).contains("Commandes");
    }

    @Test
    void articles_of_a_base_in_other_languages_are_lent_and_our_own_are_whole() throws IOException {
        var base = folder.resolve("common");
        Files.createDirectories(base.resolve("texts/de/articles"));
        Files.writeString(
                base.resolve("pack.yaml"),
                "pack: common\ntitle: {de: Alle}\nlanguages: [de]\nlibrary: true\n"
                        + "builds-on: base\n");
        Files.writeString(
                base.resolve("articles.yaml"),
                """
                subjects:
                  - {subject: paying, title: {de: Zahlen}, articles: [{article: transfer}]}
                """);
        Files.writeString(base.resolve("texts/de/articles/transfer.md"), "# Zahlen\n\nKurz.\n");
        var head = folder.resolve("sample-lu/pack.yaml");
        Files.writeString(
                head, Files.readString(head).replace("builds-on: base", "builds-on: common"));

        var paying = load().help().getFirst();
        assertThat(paying.title().in(Language.FR)).isEqualTo("Zahlen");
        assertThat(paying.title().languageFor(Language.FR)).isEqualTo(Language.DE);
        assertThat(load().texts().byPath().get("articles/transfer")).containsOnlyKeys(Language.DE);

        own("texts/fr/articles/transfer.md", "# Payer\n\nCourt.\n");
        new Slip("texts/fr/articles/transfer.md", "1:1", "has no counterpart in 'en'")
                .isToldOf(folder.resolve("sample-lu"));
    }
}
