package org.passerelle.notification;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.Language;

/// The one form all letters have: a heading, what happened, the facts in a list, one button whose
/// address is also written out, and why the reader gets it. Gives HTML (one column of 560 px, no
/// table, readable in the dark) and the same as text. A picture stands in the HTML itself: nothing
/// is fetched when the letter is read, and the text says all that it shows.
///
/// All parts are plain text in the reader's language; this class escapes them.
public record LetterLayout(
        Language language,
        String sender,
        String heading,
        List<String> paragraphs,
        List<Fact> facts,
        Optional<Picture> picture,
        Optional<Button> button,
        List<String> after,
        String why,
        Optional<Button> leave) {

    /// One line of the list of facts; a line break in the value stays one.
    public record Fact(String name, String value) {}

    /// A square picture below the facts.
    ///
    /// @param alternative what it shows, for those who do not see it
    public record Picture(String alternative, String caption, Png png) {}

    /// A PNG file of so many pixels each way.
    public record Png(String base64, int pixels) {
        public static Png of(byte[] bytes, int pixels) {
            return new Png(Base64.getEncoder().encodeToString(bytes), pixels);
        }
    }

    /// @param url absolute, or a path below the product's public address was put before it
    public record Button(String label, String url) {}

    public LetterLayout {
        paragraphs = List.copyOf(paragraphs);
        facts = List.copyOf(facts);
        after = List.copyOf(after);
    }

    /// @param sender the office, as the reader knows it
    /// @param heading the fact, as in the subject
    public static LetterLayout in(Language language, String sender, String heading) {
        return new LetterLayout(
                language,
                sender,
                heading,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "",
                Optional.empty());
    }

    public LetterLayout paragraph(String text) {
        return new LetterLayout(
                language,
                sender,
                heading,
                added(paragraphs, text),
                facts,
                picture,
                button,
                after,
                why,
                leave);
    }

    public LetterLayout fact(String name, String value) {
        return new LetterLayout(
                language,
                sender,
                heading,
                paragraphs,
                added(facts, new Fact(name, value)),
                picture,
                button,
                after,
                why,
                leave);
    }

    public LetterLayout picture(Picture shown) {
        return new LetterLayout(
                language,
                sender,
                heading,
                paragraphs,
                facts,
                Optional.of(shown),
                button,
                after,
                why,
                leave);
    }

    /// The one button.
    public LetterLayout button(String label, String url) {
        return new LetterLayout(
                language,
                sender,
                heading,
                paragraphs,
                facts,
                picture,
                Optional.of(new Button(label, url)),
                after,
                why,
                leave);
    }

    /// A paragraph below the button.
    public LetterLayout then(String text) {
        return new LetterLayout(
                language,
                sender,
                heading,
                paragraphs,
                facts,
                picture,
                button,
                added(after, text),
                why,
                leave);
    }

    /// Why the reader gets this letter.
    public LetterLayout because(String reason) {
        return new LetterLayout(
                language,
                sender,
                heading,
                paragraphs,
                facts,
                picture,
                button,
                after,
                reason,
                leave);
    }

    /// How to get no more letters of this mailing: a link at the letter's foot.
    public LetterLayout leave(String label, String url) {
        return new LetterLayout(
                language,
                sender,
                heading,
                paragraphs,
                facts,
                picture,
                button,
                after,
                why,
                Optional.of(new Button(label, url)));
    }

    /// The letter as a web page of its own.
    public String html() {
        return LetterHtml.of(this);
    }

    /// The letter as text.
    public String text() {
        var parts = new ArrayList<String>();
        parts.add(heading);
        parts.addAll(paragraphs);
        if (!facts.isEmpty()) {
            var colon = language == Language.FR ? "\u00a0: " : ": ";
            var lines =
                    facts.stream()
                            .map(fact -> fact.name() + colon + fact.value().replace("\n", "\n    "))
                            .toList();
            parts.add(String.join("\n", lines));
        }
        button.ifPresent(link -> parts.add(link.label() + "\n" + link.url()));
        parts.addAll(after);
        var foot = new StringBuilder("-- \n" + sender);
        if (!why.isEmpty()) {
            foot.append('\n').append(why);
        }
        leave.ifPresent(link -> foot.append('\n' + link.label() + '\n' + link.url()));
        parts.add(foot.toString());
        return String.join("\n\n", parts) + "\n";
    }

    private static <T> List<T> added(List<T> list, T element) {
        var longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }
}
