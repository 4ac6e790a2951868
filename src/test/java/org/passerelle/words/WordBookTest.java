package org.passerelle.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;

@Requirement("NOT-01")
class WordBookTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern USE =
            Pattern.compile(
                    "(?:\\bw|words\\(\\)|\\bwords)\\s*\\.get\\(\\s*\"([a-z0-9.-]+)\"\\s*[,)]");
    private static final Pattern SHORT_USE =
            Pattern.compile("frame\\.word\\(\"([a-z0-9.-]+)\"\\s*[,)]");

    /// A name before a verb (“offers”), always twelve weeks, and an example with five digits.
    private static final Set<String> NEVER_ONE =
            Set.of(
                    "member.letter.hand-over-proposed-successor.subject",
                    "verification.statistics.caption.decided",
                    "ui.sample.rcs");

    private static final Pattern CHOICE = Pattern.compile("\\{\\d+,choice,((?:[^{}]|\\{\\d+})*)}");
    private static final Pattern COUNTED = Pattern.compile("\\{\\d+}\\s(\\p{L}+)");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    static Stream<String> modules() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .map(name -> name.replaceFirst("_[a-z]{2}\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /// Of two, the last would be shown, and whoever mends the first mends nothing.
    @Test
    void no_file_says_a_word_twice() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            for (var file : files.toList()) {
                assertThat(
                                Files.readAllLines(file).stream()
                                        .filter(line -> !line.startsWith("#"))
                                        .filter(line -> line.contains("="))
                                        .map(line -> line.substring(0, line.indexOf('='))))
                        .as(file.toString())
                        .doesNotHaveDuplicates();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void all_languages_say_the_same_things_with_the_same_arguments(String module) {
        var french = arguments(module, Language.FR);
        assertThat(french).isNotEmpty();

        for (var language : WordBook.LANGUAGES) {
            assertThat(arguments(module, language))
                    .as("arguments by key in %s, %s", module, language)
                    .isEqualTo(french);
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void every_text_is_a_pattern_that_can_be_filled(String module) {
        for (var language : WordBook.LANGUAGES) {
            read(module, language)
                    .forEach((key, text) -> {
                        var set = WordBook.typeset(language, text.toString());
                        var filled =
                                new MessageFormat(set, language.locale())
                                        .format(new Object[] {1, 2, 3, 4, 5, 6, 7, 8});
                        assertThat(filled).as("%s in %s", key, language).isNotBlank();
                        assertThat(set)
                                .as("a space our fonts do not have, in %s", key)
                                .doesNotContain("\u202f");
                    });
        }
    }

    /// The books teach the plurals themselves: what follows a count where a text chooses by it
    /// (`1<{0} jours`) may not follow one elsewhere, where one would be `1 jours`.
    @ParameterizedTest
    @EnumSource
    void no_count_stands_bare_before_a_plural(Language language) throws IOException {
        var texts = new TreeMap<String, String>();
        modules()
                .forEach(module ->
                        read(module, language)
                                .forEach(
                                        (key, text) -> texts.put(key.toString(), text.toString())));
        var plurals = plurals(texts.values());
        assertThat(plurals).hasSizeGreaterThan(15);

        var bare = new TreeSet<String>();
        texts.keySet().removeAll(NEVER_ONE);
        texts.forEach((key, text) ->
                counted(CHOICE.matcher(text).replaceAll(""))
                        .filter(plurals::contains)
                        .forEach(noun -> bare.add(key + ": " + noun)));
        assertThat(bare).as("write {n,choice,…}: one is a count too").isEmpty();
    }

    @Test
    void plurals_are_learnt_from_the_choices() {
        var texts = Set.of("{0,choice,0#{0} jour|1<{0} jours}", "{0,choice,1#1 mois|1<{0} mois}");
        assertThat(plurals(texts)).containsExactly("jours");
        assertThat(counted("Encore {0} jours").toList()).containsExactly("jours");
    }

    private static Set<String> plurals(Collection<String> texts) {
        var many = new TreeSet<String>();
        var one = new TreeSet<String>();
        texts.stream()
                .flatMap(text -> CHOICE.matcher(text).results())
                .map(choice -> List.of(choice.group(1).split("\\|")))
                .filter(branches -> branches.size() > 1)
                .forEach(branches -> {
                    counted(branches.getLast()).forEach(many::add);
                    one.addAll(List.of(branches.get(branches.size() - 2).split("[^\\p{L}]+")));
                });
        many.removeAll(one);
        return many;
    }

    /// The words that follow a count, `{0} jours`.
    private static Stream<String> counted(String text) {
        return COUNTED.matcher(text).results().map(found -> found.group(1));
    }

    @Test
    void every_key_a_template_or_a_class_names_has_words() throws IOException {
        var book = new WordBook(false);
        var missing = new TreeSet<String>();
        for (var root : Set.of("src/main/jte", "src/main/java")) {
            try (var files = Files.walk(Path.of(root))) {
                files.filter(Files::isRegularFile)
                        .forEach(file -> {
                            for (var pattern : Set.of(USE, SHORT_USE)) {
                                pattern.matcher(text(file))
                                        .results()
                                        .map(use -> use.group(1))
                                        .filter(key -> book.in(Language.FR).find(key).isEmpty())
                                        .forEach(key -> missing.add(key + " in " + file));
                            }
                        });
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void french_sets_the_spaces_that_do_not_break_and_the_curved_apostrophe() {
        assertThat(WordBook.typeset(Language.FR, "Qu'est-ce ? « Oui » : 20 %"))
                .isEqualTo("Qu’est-ce\u00a0? «\u00a0Oui\u00a0»\u00a0: 20\u00a0%");
        assertThat(WordBook.typeset(Language.EN, "What's this? 20%")).isEqualTo("What’s this? 20%");
    }

    @Test
    void german_and_dutch_set_the_spaces_of_their_units() {
        assertThat(WordBook.typeset(Language.DE, "20 % von 5 €, z. B. hier"))
                .isEqualTo("20\u00a0% von 5\u00a0€, z.\u00a0B. hier");
        assertThat(WordBook.typeset(Language.NL, "Foto's voor € 20"))
                .isEqualTo("Foto’s voor €\u00a020");
    }

    private static TreeMap<String, Set<String>> arguments(String module, Language language) {
        var arguments = new TreeMap<String, Set<String>>();
        read(module, language)
                .forEach((key, text) -> {
                    var used = new TreeSet<String>();
                    ARGUMENT.matcher(text.toString())
                            .results()
                            .forEach(use -> used.add(use.group(1)));
                    arguments.put(key.toString(), used);
                });
        return arguments;
    }

    private static Properties read(String module, Language language) {
        var properties = new Properties();
        var file = MESSAGES.resolve(module + "_" + language.code() + ".properties");
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
