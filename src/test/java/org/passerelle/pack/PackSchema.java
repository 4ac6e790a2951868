package org.passerelle.pack;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/// The published JSON Schema, as an editor uses it.
public final class PackSchema {
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private PackSchema() {}

    /// What an editor would underline in a file of a pack, given by its path in the pack.
    public static List<String> complaints(String file, String yaml) {
        var location = "classpath:/schema/pack/" + kindOf(file) + ".schema.json";
        return SCHEMAS
                .getSchema(SchemaLocation.of(location))
                .validate(yaml, InputFormat.YAML)
                .stream()
                .map(Error::toString)
                .map(complaint -> file + ": " + complaint)
                .toList();
    }

    /// The kind of file that lies at a path of a pack.
    private static String kindOf(String file) {
        var parts = file.split("/");
        return switch (parts[0]) {
            case "pack.yaml",
                    "office.yaml",
                    "office-part.yaml",
                    "activities.yaml",
                    "rates.yaml",
                    "requests.yaml",
                    "articles.yaml",
                    "deals.yaml" ->
                    parts[0].replace(".yaml", "");
            case "partners" -> "partner";
            case "programmes" -> "programmes";
            case "offers" -> "offers";
            default -> throw new IllegalArgumentException("No file of packs: " + file);
        };
    }
}
