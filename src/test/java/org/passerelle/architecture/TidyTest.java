package org.passerelle.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.architecture.SourceRules.Source;

class TidyTest {
    /// The two files that must write down what is banned.
    private static final String OURS = "src/test/java/org/passerelle/architecture/";

    private static final Pattern MACHINE =
            Pattern.compile(
                    "/(root|home/[a-z]+|Users/[A-Za-z]+|work)/[a-z.]"
                            + "|repo1?\\.maven\\.|registry\\.npmjs|[a-z]+\\.(artifactory|jfrog)\\."
                            + "|/nexus/|deb\\.debian\\.org|127\\.0\\.0\\.1:(8081|3128)");

    @Test
    void every_source_is_tidy() throws IOException {
        assertThat(
                        sources()
                                .filter(source -> !source.path().startsWith(OURS))
                                .flatMap(source -> SourceRules.violations(source).stream())
                                .toList())
                .isEmpty();
    }

    @Test
    void no_file_names_a_machine_or_a_registry() throws IOException {
        assertThat(
                        files(Path.of(""))
                                .filter(source -> !source.path().startsWith(OURS))
                                .filter(source -> MACHINE.matcher(source.text()).find())
                                .map(Source::path)
                                .toList())
                .isEmpty();
        assertThat(MACHINE.matcher("/" + "home/me/passerelle").find()).isTrue();
    }

    @Test
    void every_module_says_what_it_owns_asks_tells_and_never_does() throws IOException {
        var modules =
                sources()
                        .filter(source -> source.path().endsWith("/package-info.java"))
                        .filter(source ->
                                source.text().contains("@ApplicationModule\n")
                                        || source.text().contains("@ApplicationModule("))
                        .filter(source -> source.path().startsWith("src/main/"))
                        .toList();

        assertThat(modules).hasSizeGreaterThan(4);
        assertThat(modules)
                .allSatisfy(module ->
                        assertThat(module.text())
                                .as(module.path())
                                .contains("**Owns**", "**Asks**", "**Tells**", "**Never**")
                                .contains("allowedDependencies"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "src/main/java/A.java | // TODO later                       | TODO is banned",
                "src/test/java/A.java | @Disabled class A {}                | @Disabled is banned",
                "src/main/java/A.java | // Microsoft sells this             | belongs into a pack",
                "src/main/jte/a.jte   | <p>Adobe</p>                        | belongs into a pack",
                "src/main/java/A.java | class A { int a = System.out.hashCode(); } | is banned",
            })
    void the_rule_on_words_bites(String path, String line, String finding) {
        assertThat(SourceRules.violations(new Source(path, line)))
                .anyMatch(text -> text.contains(finding) && text.startsWith(path + ":1:"));
    }

    @Test
    void the_rules_on_size_bite() {
        var wide = "class A { String a = \"" + "a".repeat(100) + "\"; }";
        var tall = "class A { void a() {\n" + "a();\n".repeat(70) + "}}";
        var endless = "class A {\n" + "int a;\n".repeat(400) + "}";

        assertThat(SourceRules.violations(new Source("A.java", wide)))
                .anyMatch(text -> text.contains("columns"));
        assertThat(SourceRules.violations(new Source("A.java", tall)))
                .anyMatch(text -> text.contains("a has 72 lines"));
        assertThat(SourceRules.violations(new Source("A.java", endless)))
                .anyMatch(text -> text.contains("hide a second idea"));
        assertThat(SourceRules.violations(new Source("A.java", "class A {}"))).isEmpty();
    }

    private static Stream<Source> sources() throws IOException {
        return Stream.of("src/main/java", "src/main/jte", "src/main/resources", "src/test/java")
                .flatMap(folder -> files(Path.of(folder)));
    }

    /// The text files below `folder`, without what git ignores or a tool wrote.
    private static Stream<Source> files(Path folder) {
        try (var found = Files.walk(folder)) {
            return found
                    .filter(Files::isRegularFile)
                    .filter(file -> !isIgnored(file))
                    .filter(file -> TEXT.stream().anyMatch(file.toString()::endsWith))
                    .map(TidyTest::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static final List<String> TEXT =
            List.of(
                    ".java",
                    ".jte",
                    ".md",
                    ".yaml",
                    ".yml",
                    ".xml",
                    ".sql",
                    ".properties",
                    ".css",
                    ".js",
                    ".json",
                    ".adoc",
                    ".puml",
                    ".ci/run",
                    "tools/generate-tables",
                    ".svg");

    private static boolean isIgnored(Path file) {
        for (var part : file) {
            if (List.of("target", "data", ".git", ".idea", ".vscode").contains(part.toString())) {
                return true;
            }
        }
        return false;
    }

    private static Source read(Path file) {
        try {
            return new Source(file.toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
