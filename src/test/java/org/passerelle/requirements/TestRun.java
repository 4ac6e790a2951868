package org.passerelle.requirements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What one run of the tests showed: for each test that names requirements, which and how it went.
///
/// A run has several parts, in several JVMs at once; each part leaves a file of its own in
/// [#FOLDER], which the build empties before the tests.
///
/// @param classes the names of the test classes that took part
record TestRun(Set<String> classes, SortedMap<TestName, Shown> tests) {
    static final Path FOLDER = Path.of("target/requirements-run");

    /// From best to worst: a test with several invocations is as good as its worst.
    enum Result {
        PASSED,
        /// No browser was found; nothing is known.
        NOT_TRIED,
        SKIPPED,
        FAILED
    }

    /// A test method, its class without the packages all have in common.
    record TestName(String type, String method) implements Comparable<TestName> {
        static TestName of(Class<?> type, String method) {
            return new TestName(
                    type.getName().replace("org.passerelle.", "").replace('$', '.'), method);
        }

        @Override
        public int compareTo(TestName other) {
            var byType = type.compareTo(other.type);
            return byType != 0 ? byType : method.compareTo(other.method);
        }
    }

    record Shown(Set<String> requirements, Result result) {
        Shown and(Result other) {
            return new Shown(requirements, other.compareTo(result) > 0 ? other : result);
        }
    }

    /// This and another part of the same run.
    TestRun and(TestRun other) {
        var allClasses = new TreeSet<>(classes);
        allClasses.addAll(other.classes);
        var allTests = new TreeMap<>(tests);
        other.tests.forEach(
                (name, shown) -> allTests.merge(name, shown, (one, two) -> one.and(two.result())));
        return new TestRun(allClasses, allTests);
    }

    /// Leaves this as one part more in `folder`.
    void write(Path folder) throws IOException {
        var text = new StringBuilder(String.join(",", classes)).append('\n');
        tests.forEach((name, shown) ->
                text.append(name.type())
                        .append('\t')
                        .append(name.method())
                        .append('\t')
                        .append(shown.result())
                        .append('\t')
                        .append(String.join(",", shown.requirements()))
                        .append('\n'));
        Files.createDirectories(folder);
        Files.writeString(Files.createTempFile(folder, "part-", ".tsv"), text);
    }

    /// All parts in `folder` together; without a class where there is none.
    static TestRun read(Path folder) throws IOException {
        var whole = new TestRun(Set.of(), new TreeMap<>());
        if (!Files.isDirectory(folder)) {
            return whole;
        }
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                whole = whole.and(part(Files.readAllLines(file)));
            }
        }
        return whole;
    }

    private static TestRun part(List<String> lines) {
        var tests = new TreeMap<TestName, Shown>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split("\t");
            tests.put(
                    new TestName(cells[0], cells[1]),
                    new Shown(
                            new TreeSet<>(Set.of(cells[3].split(","))), Result.valueOf(cells[2])));
        }
        return new TestRun(new TreeSet<>(Set.of(lines.getFirst().split(","))), tests);
    }
}
