package org.passerelle.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.Signature;
import org.passerelle.words.TestWords;

@Requirement("VER-09")
class CaseWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private static String by(String actor) {
        var entry =
                new CaseEntry(NOW, Signature.of(actor), CaseEvent.EVIDENCE_INFECTED, "statuts.pdf");
        return new CaseWords(TestWords.in(Language.FR), ZoneOffset.UTC).by(entry);
    }

    @Test
    void what_the_product_did_by_itself_is_said_in_the_reader_s_words() {
        assertThat(by("virus scanner")).isEqualTo("l’antivirus");
        assertThat(by("duplicate check")).isEqualTo("la recherche de doublons");
        assertThat(by("agenda")).isNotEqualTo("agenda");
        assertThat(by("Renée Thill")).isEqualTo("Renée Thill");
    }
}
