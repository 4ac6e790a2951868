package org.passerelle.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.Requirement;

@Requirement("CAT-02")
class SearchWordsTest {
    @Test
    void case_accents_and_signs_do_not_matter() {
        assertThat(SearchWords.of("Déjà-vu, l’ÉTÉ : œuvre"))
                .containsExactly("deja", "vu", "l", "ete", "oeuvre");
    }

    @ParameterizedTest
    @CsvSource({
        "antivirus, 3",
        "anti, 2",
        "antvirus, 1",
        "anitvirus, 1",
        "ntivirsu, 1",
        "pdf, 0",
        "ant1, 0",
        "virus, 0"
    })
    void a_word_fits_itself_better_than_its_beginning_and_that_better_than_a_typo(
            String wanted, int fit) {
        assertThat(SearchWords.fit(wanted, List.of("un", "antivirus"))).isEqualTo(fit);
    }

    @Test
    void short_words_must_be_right() {
        assertThat(SearchWords.fit("pdg", List.of("pdf"))).isZero();
        assertThat(SearchWords.fit("zom", List.of("zoom"))).isZero();
        assertThat(SearchWords.fit("zooom", List.of("zoom"))).isEqualTo(1);
    }

    @Test
    void in_a_long_text_only_long_words_are_forgiven_a_typo() {
        var text = List.of("dans", "données", "sauvegarde");

        assertThat(SearchWords.fitInText("dons", text)).isZero();
        assertThat(SearchWords.fitInText("don", text)).isZero();
        assertThat(SearchWords.fitInText("donn", text)).isEqualTo(2);
        assertThat(SearchWords.fitInText("sauvegrade", text)).isEqualTo(1);
    }
}
