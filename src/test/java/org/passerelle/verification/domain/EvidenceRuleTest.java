package org.passerelle.verification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.Requirement;
import org.passerelle.verification.AttachOutcome;
import org.passerelle.verification.domain.EvidenceFiles.TakenIn;

@Requirement("ORG-01")
class EvidenceRuleTest {

    private static TakenIn file(long size, String type) {
        return new TakenIn("00/x", size, "0".repeat(64), type);
    }

    @Test
    void a_pdf_of_ten_megabytes_is_taken_and_one_byte_more_is_not() {
        var largest = EvidenceRule.LARGEST_BYTES;

        assertThat(EvidenceRule.refusal(file(largest, "application/pdf"), 19)).isEmpty();
        assertThat(EvidenceRule.refusal(file(largest + 1, ""), 0))
                .contains(new AttachOutcome.TooLarge(largest));
    }

    @Test
    void the_twenty_first_file_an_empty_one_and_a_web_page_are_not_taken() {
        assertThat(EvidenceRule.refusal(file(1, "image/png"), 20))
                .contains(new AttachOutcome.TooMany(20));
        assertThat(EvidenceRule.refusal(file(0, ""), 0)).contains(new AttachOutcome.Empty());
        assertThat(EvidenceRule.refusal(file(9, "text/html"), 0))
                .contains(new AttachOutcome.TypeNotTaken("text/html"));
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
        assertThat(EvidenceRule.safeName(given)).isEqualTo(kept);
    }

    @Test
    void a_long_name_keeps_its_ending_and_marks_that_turn_text_round_go() {
        assertThat(EvidenceRule.safeName("x".repeat(300) + ".pdf")).hasSize(120).endsWith(".pdf");
        assertThat(EvidenceRule.safeName("fdp.\u202eexe.pdf")).isEqualTo("fdp.exe.pdf");
    }
}
