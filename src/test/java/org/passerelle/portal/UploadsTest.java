package org.passerelle.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.words.TestWords;

@Requirement("ORG-01")
class UploadsTest {
    private static String said(String key, Object... arguments) {
        return TestWords.in(Language.EN).get(key, arguments);
    }

    @ParameterizedTest
    @CsvSource({
        "text/html, it is a web page",
        "image/svg+xml, it is an SVG image",
        "application/x-msdownload, it is a program",
        "application/zip, its content is “application/zip”"
    })
    void what_is_not_taken_is_said_in_plain_words(String found, String words) {
        assertThat(said(Uploads.notTaken(found), "statutes.pdf", found))
                .startsWith("statutes.pdf is not taken: " + words);
    }

    @Test
    void a_file_too_many_is_named() {
        assertThat(said("verification.attach.many", "annex.pdf", 20))
                .isEqualTo(
                        "annex.pdf is not taken: there are 20 files already. Remove some first.");
    }
}
