package org.passerelle.pack.reading;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.passerelle.kernel.Language;
import org.passerelle.pack.model.HelpSubject;
import org.passerelle.pack.model.Texts;
import org.passerelle.pack.model.Texts.Text;
import org.passerelle.pack.reading.Vocabulary.Kind;

/// Reads the Markdown files in `texts/<language>/`.
final class TextsReader {
    private final Reading reading;

    TextsReader(Reading reading) {
        this.reading = reading;
    }

    /// Texts of all layers, by path; one of a base pack is replaced by ours in the same language.
    Texts read(List<Layer> layers) {
        var byPath = new TreeMap<String, Map<Language, Text>>();
        var places = new TreeMap<String, Place>();
        for (var layer : layers) {
            for (var file : layer.files().subMap("texts/", "texts0").keySet()) {
                if (file.endsWith(".md")) {
                    read(file, layer)
                            .ifPresent(text -> {
                                byPath.computeIfAbsent(
                                                text.path(), _ -> new EnumMap<>(Language.class))
                                        .put(text.language(), text);
                                places.put(text.path(), Place.file(layer.shown(file)));
                            });
                }
            }
        }
        byPath.replaceAll((_, versions) -> Collections.unmodifiableMap(versions));
        checkSpoken(layers.getLast());
        places.forEach((path, place) -> {
            reading.vocabulary().define(Kind.TEXT, path, layers.getLast(), place);
            if (!isBorrowedArticle(path, place, layers.getLast())) {
                checkLanguages(path, byPath.getOrDefault(path, Map.of()), place);
            }
        });
        return new Texts(Collections.unmodifiableMap(byPath));
    }

    /// A base pack may speak more languages than ours; our own texts are read by somebody.
    private void checkSpoken(Layer own) {
        var spoken = reading.languages();
        for (var file : own.files().subMap("texts/", "texts0").keySet()) {
            var parts = file.split("/");
            var language =
                    parts.length > 2 ? Scalars.language(parts[1]) : Optional.<Language>empty();
            if (!spoken.isEmpty() && language.filter(l -> !spoken.contains(l)).isPresent()) {
                reading.problems()
                        .add(
                                Place.file(own.shown(file)),
                                "is in '%s', which is none of the languages in pack.yaml"
                                        .formatted(parts[1]));
            }
        }
    }

    /// An article of the help centre that only a base pack has may be in other languages than ours:
    /// help in another language is better than none, and binds nobody.
    private static boolean isBorrowedArticle(String path, Place place, Layer own) {
        return path.startsWith(HelpSubject.TEXTS) && !place.file().startsWith(own.shown("texts/"));
    }

    private void checkLanguages(String path, Map<Language, Text> versions, Place place) {
        for (var language : reading.languages()) {
            if (!versions.containsKey(language)) {
                reading.problems()
                        .add(
                                place,
                                "has no counterpart in '%s': texts/%s/%s.md"
                                        .formatted(language.code(), language.code(), path));
            }
        }
    }

    private Optional<Text> read(String file, Layer layer) {
        var shown = layer.shown(file);
        var language = language(file, shown);
        var path = layer.files().get(file);
        if (language.isEmpty() || path == null) {
            return Optional.empty();
        }
        // A file that cannot be read still counts as there: its absence is no further problem.
        var content = YamlFile.text(path, shown, reading.problems()).orElse("# -");
        return Optional.of(text(key(file), language.get(), content, shown));
    }

    /// `texts/fr/conditions/donation.md` is the French text `conditions/donation`.
    private static String key(String file) {
        var path = file.substring(file.indexOf('/', "texts/".length()) + 1);
        return path.substring(0, path.length() - ".md".length());
    }

    private Optional<Language> language(String file, String shown) {
        var parts = file.split("/");
        var language = parts.length > 2 ? Scalars.language(parts[1]) : Optional.<Language>empty();
        if (language.isEmpty()) {
            reading.problems()
                    .add(
                            Place.file(shown),
                            parts.length > 2
                                    ? Scalars.unknownLanguage(parts[1])
                                    : "should lie in a folder of its language, such as texts/fr");
        }
        return language;
    }

    private Text text(String key, Language language, String content, String shown) {
        var lines = content.lines().toList();
        var title = lines.stream().filter(line -> line.startsWith("# ")).findFirst().orElse("");
        if (title.isEmpty()) {
            reading.problems().add(Place.file(shown), "has no title: a line that begins with '# '");
        }
        var titleAt = lines.indexOf(title);
        var body =
                String.join("\n", lines.subList(Math.min(titleAt + 1, lines.size()), lines.size()));
        return new Text(
                key,
                language,
                title.isEmpty() ? "" : title.substring(2).strip(),
                body.strip(),
                Digest.ofText(content));
    }
}
