package org.passerelle.registry;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// Real public files that lie beside the project and may not be copied into it.
public final class SharedData {
    private SharedData() {}

    /// The folder, or empty and a word about it.
    public static Optional<Path> folder() {
        for (var up : List.of("..", "../..")) {
            var folder = Path.of(up, "shared", "data");
            if (Files.isDirectory(folder.resolve("registers"))) {
                return Optional.of(folder);
            }
        }
        System.out.println("../shared/data is absent: the real registers were not looked at");
        return Optional.empty();
    }

    public static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                var text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                var reader =
                        CsvReader.builder()
                                .ofNamedCsvRecord(
                                        new InputStreamReader(text, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        }
    }
}
