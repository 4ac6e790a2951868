package org.passerelle.pack.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.Requirement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The readers and the published schema know the same keys.
@Requirement("OPS-02")
class ShapesTest {
    private static final Path SCHEMAS = Path.of("src/main/resources/schema/pack");

    static List<Shape> shapes() {
        return Shapes.all();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void the_schema_has_the_keys_the_readers_know_and_no_others(Shape shape) {
        var schema = definition(shape);

        assertThat(names(schema.path("properties"))).isEqualTo(new TreeSet<>(shape.keys()));
        assertThat(words(schema.path("required"))).isEqualTo(new TreeSet<>(shape.required()));
        assertThat(schema.path("additionalProperties").isBoolean()).isTrue();
        assertThat(schema.path("additionalProperties").booleanValue()).isFalse();
    }

    @Test
    void every_map_in_the_schema_is_one_a_reader_knows() throws IOException {
        var known = new HashSet<String>();
        for (var shape : Shapes.all()) {
            known.add(shape.schema() + "#" + shape.definition());
        }
        // Open in their keys: a text by language, currencies of a day. A part of an office is read
        // as an office.
        known.addAll(Set.of("common#localised", "rates#day", "office-part#"));

        try (var files = Files.list(SCHEMAS)) {
            for (var file : files.toList()) {
                var kind = file.getFileName().toString().replace(".schema.json", "");
                var root = read(kind);
                if (root.has("properties")) {
                    assertThat(known).contains(kind + "#");
                }
                for (var name : names(root.path("$defs"))) {
                    if (root.path("$defs").path(name).has("properties")) {
                        assertThat(known).contains(kind + "#" + name);
                    }
                }
            }
        }
    }

    private static JsonNode definition(Shape shape) {
        var root = read(shape.schema());
        return shape.definition().isEmpty() ? root : root.path("$defs").path(shape.definition());
    }

    private static JsonNode read(String kind) {
        return JsonMapper.shared().readTree(SCHEMAS.resolve(kind + ".schema.json").toFile());
    }

    private static Set<String> names(JsonNode map) {
        return new TreeSet<>(map.propertyNames());
    }

    private static Set<String> words(JsonNode list) {
        var words = new TreeSet<String>();
        list.forEach(word -> words.add(word.stringValue()));
        return words;
    }
}
