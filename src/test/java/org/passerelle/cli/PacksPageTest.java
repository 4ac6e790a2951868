package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.Requirement;
import org.passerelle.pack.LoadOutcome;
import org.passerelle.pack.PackError;
import org.passerelle.pack.PackLoader;
import org.passerelle.pack.PackSchema;
import org.passerelle.pack.SamplePack;

/// Every example of `docs/packs.md` is what the loader and the schema accept: whoever copies it,
/// has a pack that works.
@Requirement("OPS-02")
class PacksPageTest {
    private static final Pattern FENCE =
            Pattern.compile(
                    "^```(\\w+)(?: (file|in)=(\\S+))?\\n(.*?)^```$",
                    Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir Path folder;

    /// A fenced block: `file` names the file it is, `in` the place of a pack it belongs into.
    record Example(String language, String role, String place, String text) {
        @Override
        public String toString() {
            return language + " " + role + " " + place;
        }
    }

    static List<Example> examples() {
        try {
            var page = Files.readString(Path.of("docs/packs.md"));
            return FENCE.matcher(page)
                    .results()
                    .map(match ->
                            new Example(
                                    match.group(1),
                                    String.valueOf(match.group(2)),
                                    String.valueOf(match.group(3)),
                                    match.group(4)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Example> fragments() {
        return examples().stream().filter(example -> example.role().equals("in")).toList();
    }

    @Test
    void every_yaml_example_says_where_it_belongs() {
        var yaml = examples().stream().filter(e -> e.language().equals("yaml")).toList();

        assertThat(yaml).hasSizeGreaterThan(8).noneMatch(e -> e.role().equals("null"));
    }

    @Test
    void the_tutorials_files_are_a_pack_that_fits_schema_and_loader() {
        var pack = tutorial();

        for (var example : files().entrySet()) {
            if (example.getKey().endsWith(".yaml")) {
                var file = example.getKey().replaceFirst("^\\.\\./[^/]+/", "");
                assertThat(PackSchema.complaints(file, example.getValue())).isEmpty();
            }
        }
        assertThat(errors(pack)).isEmpty();
    }

    @Test
    void the_errors_it_shows_are_the_errors_that_come() throws IOException {
        var pack = tutorial();
        replace(pack.resolve("partners/graphix.yaml"), "- qualified", "- qualifed");
        replace(pack.resolve("offers/graphix.yaml"), "38.00 EUR", "38.00 USD");
        var out = new StringWriter();

        run(out, "pack", "check", pack.toString());

        var shown =
                Files.readString(Path.of("docs/packs.md"))
                        .lines()
                        .filter(line -> line.startsWith("packs/essai-lu"))
                        .map(line -> line.replaceFirst("^packs/essai-lu", pack.toString()))
                        .toList();
        assertThat(out.toString().lines()).hasSize(3).containsExactlyElementsOf(shown);
    }

    @Test
    void the_organisation_it_describes_can_be_tried() throws IOException {
        var pack = tutorial();
        var out = new StringWriter();

        var exit =
                run(
                        out,
                        "pack",
                        "try",
                        pack.toString(),
                        "--facts",
                        pack.resolve("facts.json").toString());

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("\"allotment-exceeded\"", "\"2023-07-01\"");
    }

    @Test
    void the_base_packs_examples_can_be_built_on() throws IOException {
        var pack = tutorial();
        Files.writeString(
                folder.resolve("base-example/pack.yaml"),
                "pack: base-example\ntitle: Example\nlanguages: [fr, en]\n");
        replace(pack.resolve("pack.yaml"), "builds-on: base", "builds-on: base-example");
        replace(pack.resolve("partners/graphix.yaml"), "[political, advocacy]", "[museums]");

        assertThat(errors(pack)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fragments")
    void every_part_it_shows_fits_into_a_pack(Example part) throws IOException {
        SamplePack.copyTo(folder);
        var pack = folder.resolve("sample-lu");
        var file = part.place().equals("offer") ? "offers/all.yaml" : "partners/adobe.yaml";
        var path = pack.resolve(file);
        switch (part.place()) {
            case "eligible" ->
                    replace(path, "eligible: [qualified]", "eligible:\n" + indented(part));
            case "allotments" ->
                    replace(
                            path,
                            "allotments: [{count: products, at-most: 4, per: fiscal-year}]\n"
                                    + "        overrides",
                            "allotments:\n" + indented(part) + "        overrides");
            case "version" -> Files.writeString(path, Files.readString(path) + asEntry(part, 6));
            case "offer" -> Files.writeString(path, Files.readString(path) + asEntry(part, 2));
            default -> throw new AssertionError("No place " + part.place());
        }

        assertThat(errors(pack)).isEmpty();
        assertThat(PackSchema.complaints(file, Files.readString(path))).isEmpty();
    }

    private static String indented(Example part) {
        return part.text().indent(10);
    }

    private static String asEntry(Example part, int indent) {
        var lines = part.text().indent(indent + 2);
        return lines.substring(0, indent) + "- " + lines.substring(indent + 2);
    }

    private static Map<String, String> files() {
        var files = new LinkedHashMap<String, String>();
        for (var example : examples()) {
            if (example.role().equals("file")) {
                files.put(example.place(), example.text());
            }
        }
        return files;
    }

    /// The tutorial's pack, beside the product's own base pack.
    private Path tutorial() {
        var pack = folder.resolve("essai-lu");
        try {
            write(folder.resolve("base"), Path.of("packs/base"));
            for (var file : files().entrySet()) {
                var path = pack.resolve(file.getKey()).normalize();
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pack;
    }

    private static void write(Path target, Path source) throws IOException {
        Files.createDirectories(target);
        try (var files = Files.list(source)) {
            for (var file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName().toString()));
            }
        }
    }

    private static void replace(Path path, String old, String with) throws IOException {
        var text = Files.readString(path);
        assertThat(text).containsOnlyOnce(old);
        Files.writeString(path, text.replace(old, with));
    }

    private static List<String> errors(Path pack) {
        return switch (PackLoader.load(pack)) {
            case LoadOutcome.Loaded _, LoadOutcome.Library _ -> List.of();
            case LoadOutcome.Refused(var errors) ->
                    new ArrayList<>(errors.stream().map(PackError::describe).toList());
        };
    }

    private static int run(StringWriter out, String... arguments) {
        var err = new StringWriter();
        var exit = PasserelleCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
        assertThat(err.toString()).isEmpty();
        return exit;
    }
}
