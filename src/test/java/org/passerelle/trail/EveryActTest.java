package org.passerelle.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.words.TestWords;

/// Every act that the source writes into the trail has words, whether or not a test did it.
@Requirement({"ACC-08", "ACC-09"})
class EveryActTest {
    private static final Path SOURCES = Path.of("src/main/java/org/passerelle");

    /// Whole acts: `note(actor, "identity.renamed", …)`.
    private static final Pattern WHOLE = Pattern.compile("\"([a-z]+\\.[a-z]+(?:-[a-z]+)*)\"");

    /// The beginning of acts whose end is said elsewhere: `"organisation.member-" + act`.
    private static final Pattern BEGUN =
            Pattern.compile("\"([a-z]+\\.(?:[a-z]+-)*)\"\\s*\\+\\s*act");

    /// Where the end is said, up to the end of the statement.
    private static final Pattern NOTED =
            Pattern.compile("\\b(?:note|changed|write|var act =)\\b\\(?([^;{]*);");

    private static final Pattern PRODUCT = Pattern.compile("Actor\\.Product\\(\\s*\"([^\"]*)\"");

    private static final Pattern END = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"");

    @Test
    void acts_are_found_in_the_source() {
        assertThat(whole()).contains("identity.renamed", "order.placed", "token.all-revoked");
        assertThat(ends("organisation")).contains("role-changed", "left", "join-asked");
        assertThat(ends("help")).contains("asked-back", "closed-without-reply");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_act_in_the_source_has_words(Language language) {
        var words = TestWords.in(language);
        assertThat(whole())
                .as("in %s", language)
                .allMatch(act -> words.find("audit.action." + act).isPresent());
    }

    /// An end belongs to one of the beginnings of its module.
    @ParameterizedTest
    @EnumSource(Language.class)
    void every_end_of_an_act_has_words(Language language) {
        var words = TestWords.in(language);
        for (var module : List.of("organisation", "help", "programme")) {
            var begun = begun(module);
            assertThat(begun).as(module).isNotEmpty();
            assertThat(ends(module))
                    .as("%s in %s", module, language)
                    .isNotEmpty()
                    .allMatch(end ->
                            begun.stream()
                                    .anyMatch(one ->
                                            words.find("audit.action." + one + end).isPresent()));
        }
    }

    /// What the product does by itself is said to be done by that part of it.
    @ParameterizedTest
    @EnumSource(Language.class)
    void every_part_of_the_product_that_acts_has_words(Language language) {
        var words = TestWords.in(language);
        var parts = found(PRODUCT, texts(SOURCES));

        assertThat(parts).contains("agenda", "bank statement");
        assertThat(parts)
                .as("in %s", language)
                // A command says its own name, and who gave it.
                .filteredOn(part -> !part.contains("%s"))
                .allMatch(part ->
                        words.find("audit.product." + part.strip().replace(' ', '-'))
                                .or(() -> words.find(beforeItsMoment(part)))
                                .isPresent());
    }

    /// A label that a moment or a name follows.
    private static String beforeItsMoment(String part) {
        return "audit.product." + part.replaceFirst(" of $", "").strip().replace(' ', '-');
    }

    private static Set<String> whole() {
        return found(
                WHOLE,
                writers()
                        .flatMap(text -> text.lines())
                        .filter(line -> !line.contains("static final String"))
                        .filter(line -> !line.contains("fingerprint") && !line.contains("words")));
    }

    private static Set<String> begun(String module) {
        return found(BEGUN, texts(SOURCES.resolve(module)).filter(EveryActTest::writes));
    }

    private static Set<String> ends(String module) {
        var noted =
                texts(SOURCES.resolve(module))
                        .flatMap(text -> NOTED.matcher(text).results())
                        .map(call -> call.group(1).replaceAll("Product\\(\"[^\"]*\"\\)", ""))
                        .filter(call -> !call.contains("Letter") && !call.contains("Notice"));
        return found(END, noted);
    }

    private static Set<String> found(Pattern pattern, Stream<String> texts) {
        var found = new TreeSet<String>();
        texts.flatMap(text -> pattern.matcher(text).results())
                .forEach(one -> found.add(one.group(1)));
        return found;
    }

    private static Stream<String> writers() {
        return texts(SOURCES).filter(EveryActTest::writes);
    }

    private static boolean writes(String text) {
        return text.contains("AuditEntry.of(") || text.contains("new AuditEntry(");
    }

    private static Stream<String> texts(Path folder) {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("AuditEntry.java"))
                    .map(EveryActTest::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
