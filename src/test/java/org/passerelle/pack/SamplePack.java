package org.passerelle.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A small right pack with everything in it, for tests to load and to spoil.
public final class SamplePack {

    /// Holds `sample-lu` and the `base` it builds on.
    public static final Path FOLDER = Path.of("src/test/packs");

    private SamplePack() {}

    /// Copies both packs below `target`.
    public static void copyTo(Path target) {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var copy = target.resolve(FOLDER.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Replaces a text that must be there once.
    public static void replace(Path target, String file, String old, String with) {
        try {
            var path = target.resolve(file);
            var text = Files.readString(path);
            assertThat(text).containsOnlyOnce(old);
            Files.writeString(path, text.replace(old, with));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
