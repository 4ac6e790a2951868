package org.passerelle.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Parts of a document that a test writes or compares, between two marks.
public final class GeneratedDocs {
    static final String ADVICE =
            "what is written and what is true differ; see CONTRIBUTING.md for how to write it anew";

    private GeneratedDocs() {}

    /// Whether `-Dpasserelle.docs=write` asked for the documents to be written.
    static boolean areWritten() {
        return "write".equals(System.getProperty("passerelle.docs"));
    }

    /// Fails unless `document` says `text` between the marks named `part`; writes it where asked.
    public static void check(Path document, String part, String text) throws IOException {
        var begin = "<!-- generated: " + part + " -->\n";
        var end = "<!-- end: " + part + " -->";
        var whole = Files.readString(document);
        var from = whole.indexOf(begin);
        var to = whole.indexOf(end);
        assertThat(from).as("the mark " + begin.strip() + " in " + document).isNotNegative();
        assertThat(to).as("the mark " + end + " in " + document).isGreaterThan(from);
        if (areWritten()) {
            Files.writeString(
                    document,
                    whole.substring(0, from + begin.length()) + text + whole.substring(to));
            return;
        }
        assertThat(whole.substring(from + begin.length(), to)).as(ADVICE).isEqualTo(text);
    }
}
