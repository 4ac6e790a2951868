package org.passerelle.requirements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/// The test classes that a whole run takes in, read from what was compiled.
final class TestClasses {
    static final Path FOLDER = Path.of("target/test-classes");

    private TestClasses() {}

    /// The names of all classes under `folder` that the build runs.
    static Set<String> under(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(TestClasses::isNamedAsTest)
                    .filter(TestClasses::holdsTests)
                    .map(file -> nameOf(folder.relativize(file)))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private static boolean isNamedAsTest(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith("Test.class") && !name.contains("$");
    }

    private static boolean holdsTests(Path file) {
        try {
            // An interface is abstract too.
            return !ClassFile.of().parse(file).flags().has(AccessFlag.ABSTRACT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Path file) {
        return file.toString().replace(".class", "").replace('/', '.').replace('\\', '.');
    }
}
