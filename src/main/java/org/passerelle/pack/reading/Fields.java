package org.passerelle.pack.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.kernel.Nearest;

/// The fields of one map, by the keys its shape knows.
///
/// A reader that needs a value which is missing or wrong gets a stand-in: the problem is noted, so
/// nothing built from stand-ins is ever served.
final class Fields {
    private final Shape shape;
    private final Map<String, Value> values;
    private final Set<String> meant;

    private Fields(Shape shape, Map<String, Value> values, Set<String> meant) {
        this.shape = shape;
        this.values = values;
        this.meant = meant;
    }

    static Fields of(Shape shape, Map<String, Value.Entry> entries) {
        var values = new LinkedHashMap<String, Value>();
        var meant = new HashSet<String>();
        for (var entry : entries.values()) {
            if (shape.knows(entry.key())) {
                values.put(entry.key(), entry.value());
            } else {
                var guess = Nearest.to(entry.key(), shape.keys());
                guess.ifPresent(meant::add);
                var hint =
                        guess.isPresent() || shape.keys().size() > 12
                                ? ""
                                : "; known here: " + String.join(", ", shape.keys());
                entry.keyValue().wrong("unknown key '" + entry.key() + "'" + hint, guess);
            }
        }
        return new Fields(shape, values, meant);
    }

    /// The same fields, and those of a base pack where ours has none.
    Fields over(Fields base) {
        var both = new LinkedHashMap<>(base.values);
        both.putAll(values);
        var guesses = new HashSet<>(meant);
        guesses.addAll(base.meant);
        return new Fields(shape, both, guesses);
    }

    /// Notes required keys that are missing, unless a mistyped one was meant to be it.
    Fields checkedComplete(Value whole) {
        for (var key : shape.required()) {
            if (!values.containsKey(key) && !meant.contains(key)) {
                whole.wrong("'" + key + "' is missing");
            }
        }
        return this;
    }

    boolean has(String key) {
        return value(key).isPresent();
    }

    /// Whether the key is there, or a mistyped one was meant to be it.
    boolean mentions(String key) {
        return has(key) || meant.contains(key);
    }

    Optional<Value> value(String key) {
        if (!shape.knows(key)) {
            throw new IllegalStateException("Shape " + shape + " does not know " + key);
        }
        return Optional.ofNullable(values.get(key));
    }

    <T> Optional<T> get(String key, Reader<T> reader) {
        return value(key).flatMap(reader::read);
    }

    /// The value, or the stand-in when it is missing or wrong.
    <T> T get(String key, Reader<T> reader, T standIn) {
        return get(key, reader).orElse(standIn);
    }

    /// The entries of a list; none when the key is missing.
    <T> List<T> list(String key, Reader<T> reader) {
        return value(key).map(value -> Fields.read(value.list(), reader)).orElse(List.of());
    }

    /// The same, where one value may stand for a list of one.
    <T> List<T> oneOrMore(String key, Reader<T> reader) {
        return value(key).map(value -> Fields.read(value.oneOrMore(), reader)).orElse(List.of());
    }

    static <T> List<T> read(List<Value> values, Reader<T> reader) {
        var read = new ArrayList<T>();
        for (var value : values) {
            reader.read(value).ifPresent(read::add);
        }
        return List.copyOf(read);
    }
}
