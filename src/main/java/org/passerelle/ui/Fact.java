package org.passerelle.ui;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Language;

/// One line of a list of facts. The value is text; a line break stays one.
///
/// @param url where the value leads, if anywhere
/// @param lang of the value where it is not the page's (WCAG 3.1.2)
public record Fact(String name, String value, Optional<String> url, @Nullable String lang) {
    public static Fact of(String name, String value) {
        return of(name, value, Optional.empty());
    }

    /// A value in the words of another language than the page's, if one is named.
    public static Fact of(String name, String value, Optional<Language> language) {
        return new Fact(name, value, Optional.empty(), language.map(Language::code).orElse(null));
    }
}
