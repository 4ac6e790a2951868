package org.passerelle.pack.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// One of the folders a pack is made of: its own, or that of a pack it builds on.
///
/// `files` are all files below it that are not hidden, by their path with slashes.
///
/// `strayLinks` are links that lead out of the folder, or to a folder: nothing is read through
/// them.
record Layer(
        String name,
        Path folder,
        String prefix,
        TreeMap<String, Path> files,
        List<String> strayLinks) {

    /// `prefix` leads from the pack's folder to this one: empty, or such as `../base/`.
    static Layer of(Path folder, String prefix) {
        var files = new TreeMap<String, Path>();
        var strayLinks = new ArrayList<String>();
        try (var walk = Files.walk(folder)) {
            var real = folder.toRealPath();
            for (var path : (Iterable<Path>) walk::iterator) {
                var relative = folder.relativize(path);
                var name = relative.toString().replace('\\', '/');
                if (isHidden(relative)) {
                    continue;
                }
                if (Files.isSymbolicLink(path) && !leadsToFileWithin(real, path)) {
                    strayLinks.add(name);
                } else if (Files.isRegularFile(path)) {
                    files.put(name, path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Layer(folder.getFileName().toString(), folder, prefix, files, strayLinks);
    }

    private static boolean isHidden(Path relative) {
        for (var part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static boolean leadsToFileWithin(Path folder, Path link) throws IOException {
        return Files.isRegularFile(link) && link.toRealPath().startsWith(folder);
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
