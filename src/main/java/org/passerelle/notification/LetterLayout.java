package org.passerelle.notification;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.kernel.Language;

/// The one form all letters have: a heading, what happened, the facts in a list, one button whose
/// address is also written out, and why the reader gets it. Gives HTML (one column of 560 px, no
/// table, readable in the dark) and the same as text. A picture stands in the HTML itself: nothing
/// is fetched when the letter is read, and the text says all that it shows.
///
/// All parts are plain text in the reader's language; this class escapes them.
public record LetterLayout(Language language, String sender, String heading, List<Part> parts) {

    /// What is put into a letter, in any order: each kind has its place. Of what stands there once
    /// (picture, button, reason, leaving) the last one counts.
    public sealed interface Part {}

    /// One line of the list of facts; a line break in the value stays one.
    public record Fact(String name, String value) implements Part {}

    /// A square picture below the facts.
    ///
    /// @param alternative what it shows, for those who do not see it
    public record Picture(String alternative, String caption, Png png) implements Part {}

    /// A PNG file of so many pixels each way.
    public record Png(String base64, int pixels) {
        public static Png of(byte[] bytes, int pixels) {
            return new Png(Base64.getEncoder().encodeToString(bytes), pixels);
        }
    }

    /// @param url absolute, or a path below the product's public address was put before it
    public record Button(String label, String url) implements Part {}

    private record Paragraph(String text) implements Part {}

    private record BelowButton(String text) implements Part {}

    private record Why(String reason) implements Part {}

    private record Leave(Button link) implements Part {}

    public LetterLayout {
        parts = List.copyOf(parts);
    }

    /// @param sender the office, as the reader knows it
    /// @param heading the fact, as in the subject
    public static LetterLayout in(Language language, String sender, String heading) {
        return new LetterLayout(language, sender, heading, List.of());
    }

    public LetterLayout paragraph(String text) {
        return with(new Paragraph(text));
    }

    public LetterLayout fact(String name, String value) {
        return with(new Fact(name, value));
    }

    public LetterLayout picture(Picture shown) {
        return with(shown);
    }

    /// The one button.
    public LetterLayout button(String label, String url) {
        return with(new Button(label, url));
    }

    /// A paragraph below the button.
    public LetterLayout then(String text) {
        return with(new BelowButton(text));
    }

    /// Why the reader gets this letter.
    public LetterLayout because(String reason) {
        return with(new Why(reason));
    }

    /// How to get no more letters of this mailing: a link at the letter's foot.
    public LetterLayout leave(String label, String url) {
        return with(new Leave(new Button(label, url)));
    }

    private LetterLayout with(Part part) {
        var more = new ArrayList<>(parts);
        more.add(part);
        return new LetterLayout(language, sender, heading, more);
    }

    List<String> paragraphs() {
        return all(Paragraph.class).map(Paragraph::text).toList();
    }

    List<Fact> facts() {
        return all(Fact.class).toList();
    }

    Optional<Picture> picture() {
        return last(Picture.class);
    }

    Optional<Button> button() {
        return last(Button.class);
    }

    List<String> after() {
        return all(BelowButton.class).map(BelowButton::text).toList();
    }

    /// Empty when nothing was said.
    String why() {
        return last(Why.class).map(Why::reason).orElse("");
    }

    Optional<Button> leave() {
        return last(Leave.class).map(Leave::link);
    }

    private <T extends Part> Stream<T> all(Class<T> kind) {
        return parts.stream().filter(kind::isInstance).map(kind::cast);
    }

    private <T extends Part> Optional<T> last(Class<T> kind) {
        return all(kind).reduce((_, later) -> later);
    }

    /// The letter as a web page of its own.
    public String html() {
        return LetterHtml.of(this);
    }

    /// The letter as text.
    public String text() {
        var blocks = new ArrayList<String>();
        blocks.add(heading);
        blocks.addAll(paragraphs());
        var facts = facts();
        if (!facts.isEmpty()) {
            var colon = language == Language.FR ? "\u00a0: " : ": ";
            var lines =
                    facts.stream()
                            .map(fact -> fact.name() + colon + fact.value().replace("\n", "\n    "))
                            .toList();
            blocks.add(String.join("\n", lines));
        }
        button().ifPresent(link -> blocks.add(link.label() + "\n" + link.url()));
        blocks.addAll(after());
        var foot = new StringBuilder("-- \n" + sender);
        if (!why().isEmpty()) {
            foot.append('\n').append(why());
        }
        leave().ifPresent(link -> foot.append('\n' + link.label() + '\n' + link.url()));
        blocks.add(foot.toString());
        return String.join("\n\n", blocks) + "\n";
    }
}
