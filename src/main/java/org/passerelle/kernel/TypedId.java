package org.passerelle.kernel;

import java.util.UUID;

/// An id that says what it names: `org_0198…`, never a bare UUID.
public interface TypedId {
    UUID value();

    /// The text form: prefix, underscore, UUID.
    static String format(String prefix, UUID value) {
        return prefix + "_" + value;
    }

    /// Reads the text form back.
    ///
    /// @throws IllegalArgumentException when the prefix is another or the rest is no UUID
    static UUID parse(String prefix, String text) {
        if (!text.startsWith(prefix + "_")) {
            throw new IllegalArgumentException("Expected an id that begins with " + prefix + "_");
        }
        return UUID.fromString(text.substring(prefix.length() + 1));
    }
}
