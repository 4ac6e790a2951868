package org.passerelle.kernel;

import java.util.Locale;
import java.util.Optional;

/// A language the product speaks (NOT-01).
public enum Language {
    FR,
    EN,
    NL,
    DE;

    /// The two-letter code in lower case, as in `lang="fr"`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.forLanguageTag(code());
    }

    /// The language of a code such as `fr` or `fr-BE`; empty for one the product does not speak.
    public static Optional<Language> of(String code) {
        for (var language : values()) {
            if (code.toLowerCase(Locale.ROOT).split("[-_]")[0].equals(language.code())) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
