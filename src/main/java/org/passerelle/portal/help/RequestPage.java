package org.passerelle.portal.help;

import java.util.List;
import org.passerelle.document.Document;
import org.passerelle.help.HelpWords;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.LogEntry;
import org.passerelle.ui.Option;

/// Pages of requests to the office (HLP-02).
public final class RequestPage {
    private RequestPage() {}

    public record ListPage(List<Kind> kinds, List<Mine> mine) {}

    public record Kind(String title, String text, String path, boolean members) {}

    public record Mine(
            String number, String path, String title, String asked, String tone, String state) {}

    /// @param visitor whether nobody is signed in: name and e-mail are asked for
    public record FormPage(
            String kind,
            String title,
            String text,
            String promise,
            boolean visitor,
            List<Input> inputs,
            List<String> evidence,
            List<Document> documents,
            Form form,
            FormErrors errors) {
        /// Whether it asks for one of the organisation's orders, and there is none: then nobody
        /// could send it.
        public boolean lacksOrder() {
            return inputs.stream()
                    .anyMatch(input ->
                            input.type().equals("order")
                                    && !input.optional()
                                    && input.options().isEmpty());
        }
    }

    /// @param type as packs write it
    public record Input(
            String name,
            String label,
            String hint,
            String type,
            boolean optional,
            List<Option> options) {}

    /// @param here its address, below which it posts
    public record OnePage(
            String here,
            String number,
            String title,
            String tone,
            String state,
            String asked,
            String due,
            String closes,
            boolean open,
            List<HelpWords.Line> lines,
            List<LogEntry> messages,
            List<File> documents,
            Reply reply) {
        OnePage with(Reply typed) {
            return new OnePage(
                    here, number, title, tone, state, asked, due, closes, open, lines, messages,
                    documents, typed);
        }
    }

    /// What is written to the office; once it is not taken, all that was typed.
    ///
    /// @param documents taken in, and given with the next try
    public record Reply(Form form, FormErrors errors, List<Document> documents) {
        static final String TEXT = "text";

        static Reply blank() {
            return new Reply(Form.empty(), FormErrors.none(), List.of());
        }
    }

    /// @param note why it cannot be opened; empty when it can
    public record File(String name, String path, String note) {}
}
