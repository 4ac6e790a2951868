package org.passerelle.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.Requirement;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Nothing that people read in a committed pack is missing in French or in English, whichever file
/// it stands in, and both say the same: as many parts, and the same numbers.
@Requirement({"CAT-01", "HLP-01"})
class CommittedWordsTest {
    private static final Set<String> LANGUAGES = Set.of("fr", "en", "nl", "de");

    /// What stands here is a sentence, so it cannot be one text for all languages.
    private static final Set<String> SENTENCES =
            Set.of("about", "condition", "explanation", "hint", "instructions", "label", "law");

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    @ParameterizedTest
    @ValueSource(strings = {"base", "help", "socialware-lu", "techsoup-ca"})
    void every_text_of_its_files_stands_in_both_languages(String pack) throws IOException {
        var missing = new ArrayList<String>();
        for (var file : files(pack, ".yaml")) {
            var root = new Load(LoadSettings.builder().build()).loadFromString(read(file));
            look(root, file.toString(), missing);
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "socialware-lu", "techsoup-ca"})
    void every_page_of_text_has_the_same_parts_and_numbers_in_both_languages(String pack)
            throws IOException {
        var texts = Path.of("packs", pack, "texts");
        var french = names(texts.resolve("fr"));

        assertThat(french).isNotEmpty().isEqualTo(names(texts.resolve("en")));
        for (var name : french) {
            var fr = read(texts.resolve("fr").resolve(name));
            var en = read(texts.resolve("en").resolve(name));
            for (var part : List.of("^#+ ", "^(?:- |\\d+\\. )", "\\]\\(")) {
                assertThat(count(part, fr)).as(name + " " + part).isEqualTo(count(part, en));
            }
            assertThat(numbers(fr)).as(name).isEqualTo(numbers(en));
        }
    }

    private static void look(@Nullable Object value, String where, List<String> missing) {
        switch (value) {
            case Map<?, ?> map when !map.isEmpty() && LANGUAGES.containsAll(map.keySet()) ->
                    compare(map, where, missing);
            case Map<?, ?> map ->
                    map.forEach((key, held) -> {
                        if (SENTENCES.contains(key)
                                && held instanceof String text
                                && text.contains(" ")) {
                            missing.add(where + "/" + key + " is for all languages");
                        }
                        look(held, where + "/" + key, missing);
                    });
            case List<?> list -> {
                for (var i = 0; i < list.size(); i++) {
                    look(list.get(i), where + "/" + i, missing);
                }
            }
            case null, default -> {}
        }
    }

    private static void compare(Map<?, ?> text, String where, List<String> missing) {
        var fr = Objects.toString(text.get("fr"), "");
        var en = Objects.toString(text.get("en"), "");
        if (fr.isBlank() || en.isBlank()) {
            missing.add(where + " is not in both");
        } else if (!numbers(fr).equals(numbers(en))) {
            missing.add(where + " has other numbers: " + fr + " / " + en);
        } else if (fr.equals(en) && count("\\S+", fr) > 6) {
            missing.add(where + " is not translated: " + fr);
        }
    }

    /// The numbers of a text in their order of size, however a language groups thousands.
    private static List<String> numbers(String text) {
        var plain =
                text.replaceAll("(?<=\\d)[\\s\u00a0\u202f,.](?=\\d{3}\\b)", "")
                        .replaceAll("(?<=\\d),(?=\\d)", ".");
        return NUMBER.matcher(plain).results().map(MatchResult::group).sorted().toList();
    }

    private static long count(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.MULTILINE).matcher(text).results().count();
    }

    private static List<String> names(Path language) throws IOException {
        try (var all = Files.walk(language)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> language.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> files(String pack, String ending) throws IOException {
        try (var all = Files.walk(Path.of("packs", pack))) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }
}
