package org.passerelle.words;

import org.passerelle.kernel.Language;

/// The product's words without a product around them; a missing key fails.
public final class TestWords {
    private static final WordBook BOOK = new WordBook(true);

    private TestWords() {}

    public static WordBook book() {
        return BOOK;
    }

    public static Words in(Language language) {
        return BOOK.in(language);
    }
}
