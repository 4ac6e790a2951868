package org.passerelle.pack.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The keys a map may have. The published JSON Schema says the same at `schema` and `definition`
/// (empty for a whole file); a test compares them.
record Shape(String schema, String definition, Set<String> required, Set<String> optional) {

    static Shape of(String schema, String definition) {
        return new Shape(schema, definition, Set.of(), Set.of());
    }

    Shape required(String... keys) {
        return new Shape(schema, definition, new LinkedHashSet<>(List.of(keys)), optional);
    }

    /// Said again, more of them.
    Shape optional(String... keys) {
        var all = new LinkedHashSet<>(optional);
        all.addAll(List.of(keys));
        return new Shape(schema, definition, required, all);
    }

    boolean knows(String key) {
        return required.contains(key) || optional.contains(key);
    }

    Set<String> keys() {
        var keys = new LinkedHashSet<>(required);
        keys.addAll(optional);
        return keys;
    }
}
