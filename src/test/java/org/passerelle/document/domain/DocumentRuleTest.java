package org.passerelle.document.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.Requirement;
import org.passerelle.document.TakeOutcome;
import org.passerelle.document.domain.Files.TakenIn;

@Requirement("ORG-01")
class DocumentRuleTest {

    private static TakenIn file(long size, String type) {
        return new TakenIn("00/x", size, "0".repeat(64), type);
    }

    @Test
    void a_file_as_large_as_the_bound_is_taken_and_one_byte_more_is_not() {
        assertThat(DocumentRule.refusal(file(900, "application/pdf"), 900)).isEmpty();
        assertThat(DocumentRule.refusal(file(901, ""), 900))
                .contains(new TakeOutcome.TooLarge(900));
    }

    @Test
    void an_empty_file_and_a_web_page_are_not_taken() {
        assertThat(DocumentRule.refusal(file(0, ""), 900)).contains(new TakeOutcome.Empty());
        assertThat(DocumentRule.refusal(file(9, "text/html"), 900))
                .contains(new TakeOutcome.TypeNotTaken("text/html"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    statuts.pdf              | statuts.pdf
                    ../../etc/passwd         | passwd
                    C:\\Users\\x\\Statuts 1.pdf | Statuts 1.pdf
                    a"b<c>.pdf               | abc.pdf
                    ..                       | document
                    """)
    void a_name_loses_what_could_harm(String given, String kept) {
        assertThat(DocumentRule.safeName(given)).isEqualTo(kept);
    }

    @Test
    void a_long_name_keeps_its_ending_and_marks_that_turn_text_round_go() {
        assertThat(DocumentRule.safeName("x".repeat(300) + ".pdf")).hasSize(120).endsWith(".pdf");
        assertThat(DocumentRule.safeName("fdp.\u202eexe.pdf")).isEqualTo("fdp.exe.pdf");
    }
}
