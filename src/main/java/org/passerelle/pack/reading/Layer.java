package org.passerelle.pack.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/// One of the folders a pack is made of: its own, or that of a pack it builds on.
///
/// `files` are all files below it that are not hidden, by their path with slashes.
record Layer(String name, Path folder, String prefix, TreeMap<String, Path> files) {

    /// `prefix` leads from the pack's folder to this one: empty, or such as `../base/`.
    static Layer of(Path folder, String prefix) {
        var files = new TreeMap<String, Path>();
        try (var walk = Files.walk(folder)) {
            for (var path : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                var relative = folder.relativize(path);
                var hidden = false;
                for (var part : relative) {
                    hidden |= part.toString().startsWith(".");
                }
                if (!hidden) {
                    files.put(relative.toString().replace('\\', '/'), path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Layer(folder.getFileName().toString(), folder, prefix, files);
    }

    /// The name of a file as errors show it.
    String shown(String file) {
        return prefix + file;
    }

    /// The YAML files directly in a sub-folder.
    List<String> yamlIn(String subFolder) {
        return files.subMap(subFolder + "/", subFolder + "0").keySet().stream()
                .filter(file -> file.endsWith(".yaml"))
                .filter(file -> file.indexOf('/', subFolder.length() + 1) < 0)
                .toList();
    }
}
