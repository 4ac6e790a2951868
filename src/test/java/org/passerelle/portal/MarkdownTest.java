package org.passerelle.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;

@Requirement("CAT-03")
class MarkdownTest {
    @Test
    void the_title_is_left_out_and_headings_go_down() {
        assertThat(Markdown.html(Language.EN, "\n# Title\n\n## Part\n\nText *here*.\n", 2))
                .isEqualTo("<h4>Part</h4>\n<p>Text <em>here</em>.</p>\n");
    }

    @Test
    void html_is_shown_not_obeyed_and_links_lead_to_the_web_only() {
        assertThat(Markdown.html(Language.EN, "<script>alert(1)</script>", 0))
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
        assertThat(Markdown.html(Language.EN, "[x](javascript:alert(1))", 0))
                .doesNotContain("javascript");
        assertThat(Markdown.html(Language.EN, "[x](https://example.org)", 0))
                .contains("href=\"https://example.org\"");
    }

    @Test
    void french_signs_stay_with_their_word_and_addresses_as_they_are() {
        var french = "C'est « oui » : [ici](https://example.org/l'%20a).";
        assertThat(Markdown.html(Language.FR, french, 0))
                .contains("C’est «\u00a0oui\u00a0»\u00a0: <a", "l'%20a")
                .doesNotContain(" :");
    }
}
