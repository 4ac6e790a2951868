package org.passerelle.requirements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What one run of the tests showed: for each test that names requirements, which and how it went.
///
/// @param complete whether every test class of the project took part
record TestRun(boolean complete, SortedMap<TestName, Shown> tests) {
    static final Path FILE = Path.of("target/requirements-run.tsv");

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

    void write(Path file) throws IOException {
        var text = new StringBuilder("complete\t" + complete + "\n");
        tests.forEach((name, shown) ->
                text.append(name.type())
                        .append('\t')
                        .append(name.method())
                        .append('\t')
                        .append(shown.result())
                        .append('\t')
                        .append(String.join(",", shown.requirements()))
                        .append('\n'));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }

    static TestRun read(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var tests = new TreeMap<TestName, Shown>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split("\t");
            tests.put(
                    new TestName(cells[0], cells[1]),
                    new Shown(
                            new TreeSet<>(Set.of(cells[3].split(","))), Result.valueOf(cells[2])));
        }
        return new TestRun(lines.getFirst().equals("complete\ttrue"), tests);
    }
}
