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

    Shape optional(String... keys) {
        return new Shape(schema, definition, required, new LinkedHashSet<>(List.of(keys)));
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
