package org.passerelle.ui;

import java.util.Optional;

/// One line of a list of facts. The value is text; a line break stays one.
///
/// @param url where the value leads, if anywhere
public record Fact(String name, String value, Optional<String> url) {
    public static Fact of(String name, String value) {
        return new Fact(name, value, Optional.empty());
    }
}
