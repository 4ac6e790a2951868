package org.passerelle.registry.reading;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.registry.EntryStatus;
import org.passerelle.registry.RegisterId;
import org.passerelle.registry.domain.Description;
import org.passerelle.registry.domain.Description.Abroad;
import org.passerelle.registry.domain.Description.Field;
import org.passerelle.registry.domain.Description.Source;
import org.passerelle.registry.domain.Description.Standing;
import org.passerelle.registry.domain.Description.Word;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// Reads one description. Says every fault it finds, not the first alone.
final class DescriptionFile {
    /// A monthly file loses less than one in a hundred.
    private static final int GONE_AT_MOST_PERCENT = 5;

    private static final Set<String> KEYS =
            Set.of(
                    "register",
                    "title",
                    "keeper",
                    "address",
                    "licence",
                    "country",
                    "scheme",
                    "file",
                    "never-kept",
                    "fields",
                    "abroad",
                    "status",
                    "gone-at-most-percent");

    private DescriptionFile() {}

    static Optional<Description> read(Path path, List<String> faults) {
        var name = String.valueOf(path.getFileName());
        Object root;
        try {
            var text = Files.readString(path, StandardCharsets.UTF_8);
            root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        } catch (IOException e) {
            faults.add(name + ": cannot be read: " + e.getMessage());
            return Optional.empty();
        } catch (YAMLException e) {
            faults.add(name + ": is not YAML: " + e.getMessage());
            return Optional.empty();
        }
        var before = faults.size();
        var file = new YamlFields(name, "", root, KEYS, faults);
        var description = description(file);
        if (description.isPresent() && !(description.get().id() + ".yaml").equals(name)) {
            faults.add(name + ": register: must be named as the file is");
        }
        return faults.size() > before ? Optional.empty() : description;
    }

    private static Optional<Description> description(YamlFields file) {
        var id = file.text("register");
        if (!RegisterId.isOne(id)) {
            file.wrong("register", "small letters, digits and dashes");
            return Optional.empty();
        }
        var form = file.inner("file", Set.of("encoding", "separator"));
        var separator = form.text("separator");
        if (separator.length() != 1) {
            form.wrong("separator", "one character");
            return Optional.empty();
        }
        return Optional.of(
                new Description(
                        RegisterId.of(id),
                        file.localised("title"),
                        file.text("keeper"),
                        file.text("address"),
                        file.localised("licence"),
                        file.text("country"),
                        file.text("scheme"),
                        encoding(form),
                        separator.charAt(0),
                        Set.copyOf(file.texts("never-kept")),
                        fields(file),
                        abroad(file),
                        standing(file),
                        file.number("gone-at-most-percent", GONE_AT_MOST_PERCENT)));
    }

    private static Charset encoding(YamlFields form) {
        var name = form.text("encoding");
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            form.wrong("encoding", "UTF-8, windows-1252 or another that Java knows");
            return StandardCharsets.UTF_8;
        }
    }

    private static Map<Field, Source> fields(YamlFields file) {
        var known = new LinkedHashMap<String, Field>();
        for (var field : Field.values()) {
            known.put(field.key(), field);
        }
        var given = file.inner("fields", known.keySet());
        var fields = new EnumMap<Field, Source>(Field.class);
        known.forEach((key, field) -> {
            if (given.has(key)) {
                fields.put(field, source(given, key));
            }
        });
        for (var needed : List.of(Field.NUMBER, Field.NAME)) {
            if (!fields.containsKey(needed)) {
                given.wrong(needed.key(), "the column it stands in");
            }
        }
        return fields;
    }

    /// A column, several, or one with a pattern.
    private static Source source(YamlFields given, String key) {
        if (!given.isMap(key)) {
            return new Source(
                    given.texts(key), Optional.empty(), Optional.empty(), Optional.empty());
        }
        var parts = given.inner(key, Set.of("column", "pattern", "none", "split"));
        return new Source(
                List.of(parts.text("column")),
                parts.pattern("pattern"),
                parts.optional("none"),
                parts.optional("split"));
    }

    private static Optional<Abroad> abroad(YamlFields file) {
        if (!file.has("abroad")) {
            return Optional.empty();
        }
        var rule = file.inner("abroad", Set.of("when-empty", "country"));
        return Optional.of(new Abroad(rule.text("when-empty"), rule.text("country")));
    }

    private static Standing standing(YamlFields file) {
        var given = file.inner("status", Set.of("always", "means", "column", "words"));
        if (given.has("always")) {
            return new Standing.Always(status(given, "always"), given.localised("means"));
        }
        var words = new LinkedHashMap<String, Word>();
        var table = given.inner("words", Set.of());
        for (var word : table.keys()) {
            var meaning = table.inner(word, Set.of("is", "means"));
            words.put(word, new Word(status(meaning, "is"), meaning.localised("means")));
        }
        return new Standing.ByColumn(given.text("column"), words);
    }

    private static EntryStatus status(YamlFields given, String key) {
        var text = given.text(key);
        for (var status : EntryStatus.values()) {
            if (status != EntryStatus.UNKNOWN
                    && status.name().toLowerCase(Locale.ROOT).equals(text)) {
                return status;
            }
        }
        given.wrong(key, "active, attention or removed");
        return EntryStatus.UNKNOWN;
    }
}
