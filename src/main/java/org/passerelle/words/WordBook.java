package org.passerelle.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.passerelle.kernel.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// All the words of the interface: every file `messages/<module>_<language>.properties`.
@Component
public class WordBook {
    /// The languages the interface is written in: a pack may speak fewer.
    public static final List<Language> LANGUAGES = List.of(Language.values());

    private final Map<Language, Words> words = new EnumMap<>(Language.class);

    WordBook(@Value("${passerelle.strict-words:false}") boolean strict) {
        var english = read(Language.EN);
        for (var language : LANGUAGES) {
            words.put(language, new Words(language, filled(read(language), english), strict));
        }
    }

    /// A word that a translation does not have yet is said in English: better than its key.
    private static Map<String, String> filled(
            Map<String, String> own, Map<String, String> english) {
        var texts = new HashMap<>(english);
        texts.putAll(own);
        return Map.copyOf(texts);
    }

    /// All the words without a running product: for the command line.
    public static WordBook ofClasspath() {
        return new WordBook(false);
    }

    public Words in(Language language) {
        return Objects.requireNonNull(words.get(language));
    }

    private static Map<String, String> read(Language language) {
        var texts = new HashMap<String, String>();
        try {
            var pattern = "classpath*:messages/*_" + language.code() + ".properties";
            for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                read(file).forEach((key, text) -> keep(texts, language, file, key, text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(texts);
    }

    private static void keep(
            Map<String, String> texts, Language language, Resource file, Object key, Object text) {
        var typeset = typeset(language, text.toString());
        if (texts.put(key.toString(), typeset) != null) {
            throw new IllegalStateException(key + " is written twice, again in " + file);
        }
    }

    private static Properties read(Resource file) throws IOException {
        var properties = new Properties();
        try (var text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(text);
        }
        return properties;
    }

    /// Sets what keyboards do not have: the curved apostrophe (which also keeps `MessageFormat`
    /// from taking one for a quote) and the spaces at which a line may not break: in French before
    /// high signs and inside guillemets, in German before a unit, in Dutch after the euro sign.
    public static String typeset(Language language, String text) {
        var curved = Words.spaced(text.replace('\'', '’'));
        return switch (language) {
            case FR -> curved.replaceAll(" (?=[:;?!€%»])", "\u00a0").replace("« ", "«\u00a0");
            case DE -> curved.replaceAll(" (?=[€%])", "\u00a0").replace("z. B.", "z.\u00a0B.");
            case NL -> curved.replace("€ ", "€\u00a0");
            case EN -> curved;
        };
    }
}
