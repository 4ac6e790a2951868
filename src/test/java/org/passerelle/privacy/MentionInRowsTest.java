package org.passerelle.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.springframework.beans.factory.annotation.Autowired;

/// The database finds the same mentions of a person as Java does.
@ProductTest
@Requirement("ACC-09")
class MentionInRowsTest {
    @Autowired DSLContext db;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = MentionTest.CASES)
    void whole_words_only(String words, String text, String struck) {
        assertThat(
                        db.fetchValue(
                                "select regexp_replace(?, ?, '–', 'gi')",
                                text,
                                Mention.inRows(words, "nobody@example.org")))
                .isEqualTo(struck);
    }
}
