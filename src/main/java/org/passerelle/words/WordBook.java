package org.passerelle.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.passerelle.kernel.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// All the words of the interface: every file `messages/<module>_<language>.properties`.
@Component
public class WordBook {
    /// The languages the interface is written in. Packs may speak more.
    public static final List<Language> LANGUAGES = List.of(Language.FR, Language.EN);

    private final Map<Language, Words> words = new EnumMap<>(Language.class);

    WordBook(@Value("${passerelle.strict-words:false}") boolean strict) {
        for (var language : LANGUAGES) {
            words.put(language, new Words(language, read(language), strict));
        }
    }

    /// All the words without a running product: for the command line.
    public static WordBook ofClasspath() {
        return new WordBook(false);
    }

    /// The words of a language, or French ones where the interface does not speak it.
    public Words in(Language language) {
        var own = words.get(language);
        return own != null ? own : java.util.Objects.requireNonNull(words.get(Language.FR));
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
    /// from taking one for a quote) and, in French, the spaces that do not break.
    static String typeset(Language language, String text) {
        var curved = Words.spaced(text.replace('\'', '’'));
        return language == Language.FR
                ? curved.replaceAll(" (?=[:;?!€%»])", "\u00a0").replace("« ", "«\u00a0")
                : curved;
    }
}
