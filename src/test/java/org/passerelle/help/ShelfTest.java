package org.passerelle.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.Requirement;
import org.passerelle.help.HelpCentre.Entry;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.Localised;
import org.passerelle.pack.model.HelpSubject;
import org.passerelle.pack.model.HelpSubject.Article;
import org.passerelle.pack.model.HelpSubject.Place;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Texts;
import org.passerelle.pack.model.Texts.Text;
import org.passerelle.programme.PackFixture;

@Requirement("HLP-01")
class ShelfTest {
    private final Map<String, Map<Language, Text>> texts = new LinkedHashMap<>();
    private final Shelf shelf = new Shelf(pack(), Language.FR);

    private void text(String id, Language language, String title, String markdown) {
        var path = "articles/" + id;
        texts.computeIfAbsent(path, _ -> new LinkedHashMap<>())
                .put(language, new Text(path, language, title, markdown, ""));
    }

    private Pack pack() {
        text(
                "forgotten-password",
                Language.FR,
                "Mot de passe oublié",
                "Demandez un lien *à usage unique* sur la\n[page](/forgotten-password) de "
                        + "connexion.\n\n## Comment\n\nLe lien dure une heure.");
        text("a-token", Language.FR, "Un jeton", "## D’abord\n\nUn jeton prouve qui vous êtes.");
        text("expired-token", Language.FR, "Jeton expiré : que faire ?", "Renouvelez-le.");
        text("abroad", Language.EN, "From abroad", "We ship nowhere.");
        text("borrowed", Language.DE, "Geliehen", "Von einem anderen Pack.");
        var fixture = new PackFixture().pack();
        return new Pack(
                fixture.id(),
                "hash",
                fixture.office(),
                fixture.activities(),
                fixture.rates(),
                fixture.title(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(
                        new HelpSubject(
                                "account",
                                Localised.same("Compte"),
                                List.of(
                                        new Article(
                                                "forgotten-password",
                                                Set.of(Place.SIGN_IN, Place.ACCOUNT)))),
                        new HelpSubject(
                                "tokens",
                                new Localised(Language.FR, Map.of(Language.FR, "Jetons")),
                                List.of(
                                        new Article("a-token", Set.of(Place.TOKENS)),
                                        new Article("expired-token", Set.of(Place.TOKENS)),
                                        new Article("abroad", Set.of()),
                                        new Article("borrowed", Set.of())))),
                List.of(),
                new Texts(texts));
    }

    @Test
    void an_article_answers_with_its_first_paragraph_in_plain_words() {
        assertThat(shelf.about(Place.SIGN_IN))
                .containsExactly(
                        new Entry(
                                "forgotten-password",
                                "Mot de passe oublié",
                                "Demandez un lien à usage unique sur la page de connexion.",
                                Language.FR));
        assertThat(shelf.article("expired-token").orElseThrow().entry().title())
                .isEqualTo("Jeton expiré\u00a0: que faire\u00a0?");
        assertThat(shelf.article("a-token").orElseThrow().entry().answer())
                .isEqualTo("Un jeton prouve qui vous êtes.");
    }

    @Test
    void an_article_leads_to_the_others_of_its_subject_and_says_in_which_language_it_is() {
        var article = shelf.article("abroad").orElseThrow();

        assertThat(article.language()).isEqualTo(Language.EN);
        assertThat(article.subject().title()).isEqualTo("Jetons");
        assertThat(article.subject().language()).isEqualTo(Language.FR);
        assertThat(article.besides())
                .extracting(Entry::id)
                .containsExactly("a-token", "expired-token", "borrowed");
        assertThat(shelf.article("nothing")).isEmpty();
    }

    @Test
    void an_article_in_none_of_the_offices_languages_is_better_than_none() {
        assertThat(shelf.article("borrowed").orElseThrow().language()).isEqualTo(Language.DE);
    }

    @ParameterizedTest
    @CsvSource({
        "mot de passe, forgotten-password",
        "j’ai OUBLIE mon mot de passe, forgotten-password",
        "jeton expire, expired-token",
        "jetton expirré, expired-token",
        "renouveler un jeton, expired-token",
        "une heure, forgotten-password"
    })
    void a_question_leads_to_its_article_in_spite_of_accents_case_and_typos(
            String question, String first) {
        assertThat(shelf.search(question)).first().extracting(Entry::id).isEqualTo(first);
    }

    @Test
    void a_question_that_nothing_answers_finds_nothing() {
        assertThat(shelf.search("imprimante")).isEmpty();
        assertThat(shelf.search("  ,. ")).isEmpty();
        assertThat(shelf.search("jeton imprimante scanner")).isEmpty();
    }
}
