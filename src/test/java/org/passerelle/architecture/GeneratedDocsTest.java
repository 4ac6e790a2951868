package org.passerelle.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.docs.Documenter;

/// What is drawn and listed in `docs` is what the compiled product is.
class GeneratedDocsTest {
    private static final Path CANVASES = Path.of("docs/modules");
    private static final Path ARCHITECTURE = Path.of("docs/architecture.md");

    @TempDir Path fresh;

    @Test
    void the_canvases_of_the_modules_are_true() throws IOException {
        new Documenter(
                        House.modules(),
                        Documenter.Options.defaults().withOutputFolder(fresh.toString()))
                .writeModuleCanvases();
        if (GeneratedDocs.areWritten()) {
            replace(CANVASES, texts(fresh));
        }

        assertThat(texts(CANVASES)).as(GeneratedDocs.ADVICE).isEqualTo(texts(fresh));
    }

    @Test
    void the_drawing_of_the_modules_is_true() throws IOException {
        GeneratedDocs.check(ARCHITECTURE, "modules", ModuleDiagram.mermaid(House.modules()));
    }

    @Test
    void the_list_of_events_is_true() throws IOException {
        GeneratedDocs.check(ARCHITECTURE, "events", ModuleDiagram.events());
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
