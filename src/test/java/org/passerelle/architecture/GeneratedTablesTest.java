package org.passerelle.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.TestDatabase;
import org.passerelle.tools.GenerateTables;

class GeneratedTablesTest {
    @TempDir Path fresh;

    @Test
    void the_committed_tables_are_those_of_the_migrations() throws Exception {
        GenerateTables.generate(TestDatabase.createEmpty(), fresh);

        assertThat(texts(Path.of("src/generated/java")))
                .as("run tools/generate-tables and commit what it writes")
                .isEqualTo(texts(fresh));
    }

    private static SortedMap<String, String> texts(Path folder) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
