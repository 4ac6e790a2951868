package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;

/// The critical eye sees: each thing it looks for is planted once.
@ProductTest
@BrowserTest
class VisitorTest {
    private static final String PAGE =
            """
            <!doctype html><html lang="fr"><head><title>Une page</title></head>
            <body><main><h1>Une page</h1>%s</main></body></html>
            """;

    @Test
    void an_input_without_a_name_is_seen(Browsing browsing) {
        var visitor = browsing.visitor();
        visitor.page().setContent(PAGE.formatted("<input type=\"text\">"));

        assertThatThrownBy(() -> visitor.look("planted")).hasMessageContaining("label");
    }

    @Test
    void a_page_that_scrolls_sideways_is_seen(Browsing browsing) {
        var visitor = browsing.visitor();
        visitor.page().setContent(PAGE.formatted("<p style=\"width: 350px\">large</p>"));

        assertThatThrownBy(() -> visitor.look("planted"))
                .hasMessageContaining("no more than 320 px");
    }

    @Test
    void what_the_browser_complains_about_is_seen(Browsing browsing) {
        var visitor = browsing.visitor();
        visitor.open("/");
        visitor.page().evaluate("() => console.error('planted complaint')");
        assertThatThrownBy(() -> visitor.look("planted")).hasMessageContaining("planted complaint");

        var other = browsing.visitor();
        other.open("/");
        other.page()
                .evaluate(
                        "() => document.body.insertAdjacentHTML('beforeend',"
                                + " '<img alt=\"\" src=\"http://elsewhere.invalid/a.png\">')");
        assertThatThrownBy(() -> other.look("planted")).hasMessageContaining("elsewhere.invalid");
    }
}
