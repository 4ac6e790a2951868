package org.passerelle.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.Requirement;
import org.springframework.modulith.core.util.ApplicationModulesExporter;
import org.springframework.modulith.docs.Documenter;

/// The modules of the compiled product keep their borders, and what is drawn, listed and written
/// down of them is true. One class: to read the modules takes long, and each JVM does it anew.
class GeneratedDocsTest {
    private static final Path CANVASES = Path.of("docs/modules");
    private static final Path ARCHITECTURE = Path.of("docs/architecture.md");

    private static final Path NAMES =
            Path.of("src/main/resources", ApplicationModulesExporter.DEFAULT_LOCATION);

    @TempDir Path fresh;

    @Test
    void modules_ask_only_those_they_declare_and_only_their_faces() {
        House.modules().verify();
    }

    /// The names of the modules are written down, so that a start need not read all classes to find
    /// them: their tables are made in this order.
    @Test
    @Requirement("OPS-01")
    void all_modules_of_the_program_are_written_down_each_after_those_it_asks() throws IOException {
        var modules =
                House.modules().stream().map(module -> module.getIdentifier().toString()).toList();
        if (GeneratedDocs.areWritten()) {
            Files.createDirectories(NAMES.getParent());
            Files.writeString(NAMES, json(modules));
        }
        var written = written();

        assertThat(written).as(GeneratedDocs.ADVICE).containsExactlyInAnyOrderElementsOf(modules);
        ModuleDiagram.asked()
                .forEach((module, asked) ->
                        assertThat(written.subList(0, written.indexOf(module)))
                                .as("before " + module)
                                .containsAll(asked));
    }

    private static String json(List<String> modules) {
        return modules.stream()
                .map(module -> "  \"" + module + "\": {}")
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }

    private static List<String> written() throws IOException {
        return Pattern.compile("\"(\\w+)\": \\{}")
                .matcher(Files.readString(NAMES))
                .results()
                .map((MatchResult name) -> name.group(1))
                .toList();
    }

    @Test
    void the_canvases_of_the_modules_are_true() throws IOException {
        new Documenter(
                        House.modules(),
                        Documenter.Options.defaults().withOutputFolder(fresh.toString()))
                .writeModuleCanvases();
        for (var canvas : texts(fresh).entrySet()) {
            Files.writeString(fresh.resolve(canvas.getKey()), inOrder(canvas.getValue()));
        }
        if (GeneratedDocs.areWritten()) {
            replace(CANVASES, texts(fresh));
        }

        assertThat(texts(CANVASES)).as(GeneratedDocs.ADVICE).isEqualTo(texts(fresh));
    }

    @Test
    void the_drawing_of_the_modules_is_true() throws IOException {
        GeneratedDocs.check(ARCHITECTURE, "modules", ModuleDiagram.mermaid());
    }

    @Test
    void the_list_of_events_is_true() throws IOException {
        GeneratedDocs.check(ARCHITECTURE, "events", ModuleDiagram.events());
    }

    @Test
    void every_class_that_the_walk_names_exists() throws IOException {
        var names =
                Pattern.compile("`([a-z]+(?:\\.[a-z]+)*\\.[A-Z]\\w+)(?:\\.[a-z]\\w+)?`")
                        .matcher(Files.readString(ARCHITECTURE))
                        .results()
                        .map(found -> found.group(1))
                        .toList();

        assertThat(names).hasSizeGreaterThan(20);
        assertThat(names)
                .allSatisfy(name ->
                        assertThat(
                                        Path.of(
                                                "src/main/java/org/passerelle",
                                                name.replace('.', '/') + ".java"))
                                .exists());
    }

    /// Lists in the order of their words: the documenter takes that of the compiled class, which
    /// differs from one compiler run to the next.
    private static String inOrder(String canvas) {
        var told = new ArrayList<String>();
        var list = new TreeSet<String>();
        var opener = "";
        for (var line : canvas.lines().toList()) {
            if (line.startsWith("* ") || line.startsWith("|* ")) {
                opener = line.startsWith("|") ? "|" : opener;
                list.add(line.substring(line.indexOf('*')).strip());
                continue;
            }
            told.addAll(cell(opener, list));
            list.clear();
            opener = "";
            told.add(line.stripTrailing());
        }
        told.addAll(cell(opener, list));
        return String.join("\n", told) + "\n";
    }

    private static List<String> cell(String opener, SortedSet<String> list) {
        return list.stream().map(line -> line.equals(list.first()) ? opener + line : line).toList();
    }

    private static SortedMap<String, String> texts(Path folder) throws IOException {
        var texts = new TreeMap<String, String>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    texts.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return texts;
    }

    private static void replace(Path folder, SortedMap<String, String> texts) throws IOException {
        Files.createDirectories(folder);
        for (var old : texts(folder).keySet()) {
            Files.delete(folder.resolve(old));
        }
        for (var text : texts.entrySet()) {
            Files.writeString(folder.resolve(text.getKey()), text.getValue());
        }
    }
}
