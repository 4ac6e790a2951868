package org.passerelle.portal.ordering;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.passerelle.ui.Form;

/// What a field of the cart showed when its page was made. A page posts all its fields; only those
/// that differ from what it showed were typed there, so an older window, or a colleague's, puts
/// nothing back (ORD-01).
public final class AsShown {
    private static final int LENGTH = 16;

    private AsShown() {}

    /// The name of the hidden field beside a field.
    public static String field(String name) {
        return "was-" + name;
    }

    /// A short mark of what is shown.
    public static String mark(String value) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            var text = value.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(hash.digest(text)).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// The mark of all that is asked about one person.
    public static String mark(String name, String email, String newUser) {
        return mark(name + "\n" + email + "\n" + newUser);
    }

    /// Whether a field was posted with what its page showed. A form without marks was typed whole.
    static boolean isLeft(Form form, String name, String mark) {
        return form.value(field(name)).equals(mark);
    }
}
