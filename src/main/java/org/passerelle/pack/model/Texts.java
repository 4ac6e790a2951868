package org.passerelle.pack.model;

import java.util.Map;
import java.util.Optional;
import org.passerelle.kernel.Language;

/// The Markdown texts of a pack: by path without language and `.md`, such as `conditions/general`,
/// and language.
public record Texts(Map<String, Map<Language, Text>> byPath) {

    /// `title` is the first line that begins with `# `, `markdown` what follows it. `version` is
    /// the SHA-256 of the text: what was accepted can be told from what is said now (ORD-01).
    public record Text(
            String path, Language language, String title, String markdown, String version) {
        private static final int TELLING_DIGITS = 12;

        /// The first digits of the version: they tell the versions of one text apart, and are short
        /// enough for an address.
        public String shortVersion() {
            return version.substring(0, TELLING_DIGITS);
        }

        /// Whether these digits, its short or its whole version, mean this very text.
        public boolean isVersion(String digits) {
            return digits.length() >= TELLING_DIGITS && version.startsWith(digits);
        }
    }

    /// The text for a reader of `language`, or in the first of `fallbacks` that has it.
    public Optional<Text> find(String path, Language language, Iterable<Language> fallbacks) {
        var versions = byPath.get(path);
        if (versions == null) {
            return Optional.empty();
        }
        var text = versions.get(language);
        for (var fallback : fallbacks) {
            if (text == null) {
                text = versions.get(fallback);
            }
        }
        return Optional.ofNullable(text);
    }
}
