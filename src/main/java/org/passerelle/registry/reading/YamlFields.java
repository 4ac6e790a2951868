package org.passerelle.registry.reading;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.Localised;

/// The fields of one map of a description. What is missing or wrong is noted with its place, and a
/// stand-in given, so that the reading goes on to the next fault.
final class YamlFields {
    private final String file;
    private final String at;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<String> faults;

    /// @param known the keys there may be; empty when any may
    YamlFields(
            String file, String at, @Nullable Object map, Set<String> known, List<String> faults) {
        this.file = file;
        this.at = at;
        this.faults = faults;
        if (!(map instanceof Map<?, ?> entries)) {
            faults.add(file + ": " + at + ": must be a map of keys and values");
            return;
        }
        entries.forEach((key, value) -> {
            var name = String.valueOf(key);
            if (!known.isEmpty() && !known.contains(name)) {
                wrong(name, "no key that is known here");
            } else if (value != null) {
                values.put(name, value);
            }
        });
    }

    void wrong(String key, String expected) {
        faults.add(file + ": " + at + key + ": must be " + expected);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    boolean isMap(String key) {
        return values.get(key) instanceof Map;
    }

    Set<String> keys() {
        return values.keySet();
    }

    YamlFields inner(String key, Set<String> known) {
        return new YamlFields(file, at + key + ".", values.get(key), known, faults);
    }

    String text(String key) {
        var value = values.get(key);
        if (value == null || value instanceof Map || value instanceof List) {
            wrong(key, "a text");
            return "";
        }
        return value.toString();
    }

    Optional<String> optional(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /// One text or a list of them.
    List<String> texts(String key) {
        return switch (values.get(key)) {
            case null -> List.of();
            case List<?> list -> list.stream().map(String::valueOf).toList();
            default -> List.of(text(key));
        };
    }

    int number(String key, int otherwise) {
        var value = values.getOrDefault(key, otherwise);
        if (value instanceof Integer number && number >= 0 && number <= 100) {
            return number;
        }
        wrong(key, "a whole number from 0 to 100");
        return otherwise;
    }

    /// A pattern whose first group is what is wanted.
    Optional<Pattern> pattern(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        try {
            var pattern = Pattern.compile(text(key));
            if (pattern.matcher("").groupCount() > 0) {
                return Optional.of(pattern);
            }
        } catch (PatternSyntaxException e) {
            // Said below, in the same words.
        }
        wrong(key, "a regular expression with a group");
        return Optional.empty();
    }

    Localised localised(String key) {
        var texts = new EnumMap<Language, String>(Language.class);
        var given = inner(key, Set.of());
        for (var language : Language.values()) {
            given.optional(language.code()).ifPresent(text -> texts.put(language, text));
        }
        if (!texts.containsKey(Language.EN)) {
            wrong(key, "a text in en at least");
            return Localised.same("");
        }
        return new Localised(Language.EN, texts);
    }
}
