package org.passerelle.portal.identity;

import java.util.List;
import org.passerelle.ui.Option;
import org.passerelle.words.WordBook;
import org.passerelle.words.Words;

/// The languages a person may be written to in, each in its own name.
public final class LanguageOptions {
    private LanguageOptions() {}

    public static List<Option> in(Words words) {
        return WordBook.LANGUAGES.stream()
                .map(language ->
                        Option.of(language.code(), words.get("ui.language." + language.code()))
                                .spoken(language.code()))
                .toList();
    }
}
