package org.passerelle.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.Requirement;

/// What names a person is struck out, and no part of what names another.
@Requirement("ACC-09")
class MentionTest {

    /// What is named; a text; what is left of it.
    static final String CASES =
            """
            Anna Li         | Anna Li a commandé.            | – a commandé.
            Anna Li         | l’Anna Li, (Anna Li)           | l’–, (–)
            Anna Li         | Demande de anna li             | Demande de –
            Anna Li         | Anna Lima                      | Anna Lima
            Anna Li         | Anna Li-Weber                  | Anna Li-Weber
            Anna Li         | Marie-Anna Li                  | Marie-Anna Li
            Anna Li         | Joanna Li                      | Joanna Li
            Zoé Šimić       | ZOÉ ŠIMIĆ et Zoé Šimićová      | – et Zoé Šimićová
            A. (B)          | A. (B) ; AX (B)                | – ; AX (B)
            ann@example.org | Écrivez à ann@example.org.     | Écrivez à –.
            ann@example.org | <a>ann@example.org</a>         | <a>–</a>
            ann@example.org | joann@example.org              | joann@example.org
            ann@example.org | jo.ann@example.org             | jo.ann@example.org
            ann@example.org | ann@example.org.uk             | ann@example.org.uk
            ann             | ann@example.org                | ann@example.org
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = CASES)
    void whole_words_only(String words, String text, String struck) {
        assertThat(Mention.of(words).struckFrom(text)).isEqualTo(struck);
    }
}
