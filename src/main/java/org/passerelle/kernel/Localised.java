package org.passerelle.kernel;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// A text in one or more languages. The first language given is the one to fall back on.
public record Localised(Language fallback, Map<Language, String> texts) {

    public Localised {
        if (!texts.containsKey(fallback)) {
            throw new IllegalArgumentException("No text in the language to fall back on");
        }
        texts = Collections.unmodifiableMap(new EnumMap<>(texts));
    }

    /// The same text in every language: a product's name.
    public static Localised same(String text) {
        return new Localised(Language.EN, Map.of(Language.EN, text));
    }

    /// The text for a reader of `language`, or in the language to fall back on.
    public String in(Language language) {
        var text = texts.get(language);
        return text != null ? text : requireText(texts.get(fallback));
    }

    /// The language of [#in]: the reader's, or the one to fall back on.
    public Language languageFor(Language reader) {
        return texts.containsKey(reader) ? reader : fallback;
    }

    private static String requireText(@org.jspecify.annotations.Nullable String text) {
        if (text == null) {
            throw new IllegalStateException("The constructor let a missing fallback through");
        }
        return text;
    }
}
