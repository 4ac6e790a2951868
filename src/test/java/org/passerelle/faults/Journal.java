package org.passerelle.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// What the clients of a product know: what they began and what they were answered, a line each. It
/// survives the process, as a client's memory does.
record Journal(Path file) {
    synchronized void write(Object... words) {
        var line = new StringBuilder();
        for (var word : words) {
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        try {
            Files.writeString(
                    file,
                    line.append('\n'),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The lines that begin with this word, without it, split at spaces.
    List<List<String>> all(String word) {
        try {
            return !Files.exists(file)
                    ? List.of()
                    : Files.readAllLines(file).stream()
                            .map(line -> List.of(line.split(" ")))
                            .filter(words -> words.getFirst().equals(word))
                            .map(words -> words.subList(1, words.size()))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
