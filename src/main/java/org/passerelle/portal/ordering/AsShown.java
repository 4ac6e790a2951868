package org.passerelle.portal.ordering;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.ui.Form;

/// What the fields of the cart showed when its page was made. A page posts all its fields; only
/// those that differ from what it showed were typed there, so an older window, or a colleague's,
/// puts nothing back (ORD-01).
public final class AsShown {
    /// The name of the hidden field that holds a mark of each field.
    public static final String FIELD = "shown";

    private static final int LENGTH = 6;

    private AsShown() {}

    /// The marks of all that may be typed into a cart's page.
    public static String marks(CartPage page) {
        return page.lines().stream().flatMap(AsShown::marks).collect(Collectors.joining(" "));
    }

    private static Stream<String> marks(CartPage.Line line) {
        var answers =
                line.questions().stream()
                        .map(asked ->
                                mark("answer-" + line.id() + ":" + asked.id(), asked.answer()));
        var persons =
                line.persons().stream()
                        .map(person ->
                                mark(
                                        "name-" + line.id() + ":" + person.place(),
                                        person.name(),
                                        person.email(),
                                        person.newUser()));
        return Stream.concat(
                Stream.of(mark("quantity-" + line.id(), line.quantity())),
                Stream.concat(answers, persons));
    }

    /// A short mark of a field and what it shows; a person's name, address and answer are one.
    static String mark(String name, String... values) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            var text = (name + "\n" + String.join("\n", values)).replace("\r\n", "\n");
            return HexFormat.of()
                    .formatHex(hash.digest(text.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// Whether a field was posted with what its page showed. A form without marks was typed whole.
    static boolean isLeft(Form form, String name, String... values) {
        return List.of(form.value(FIELD).split(" ")).contains(mark(name, values));
    }
}
