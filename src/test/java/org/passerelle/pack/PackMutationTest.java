package org.passerelle.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.Requirement;

/// Whatever stands in its files, a pack is loaded or refused with reasons; the loader never breaks.
@Requirement("OPS-02")
class PackMutationTest {
    private static final int MUTATIONS = 400;
    private static final List<String> SNIPPETS =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    ":",
                    ": ",
                    "- ",
                    "\n",
                    "? ",
                    "*a",
                    "&a ",
                    "!!int ",
                    "<<: ",
                    "#",
                    "null",
                    "~",
                    "true",
                    "-1",
                    "99999999999999999999",
                    "\"",
                    "'",
                    "|",
                    ">",
                    "%",
                    "@",
                    "`",
                    "\t",
                    "\u0000",
                    "é",
                    "EUR",
                    "2022-13-41",
                    "---\n",
                    "...",
                    "any: ",
                    "unless: ");

    @TempDir Path folder;

    @Test
    void any_slip_is_answered_with_an_outcome() throws IOException {
        SamplePack.copyTo(folder);
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        var random = new Random(20220912);
        for (var i = 0; i < MUTATIONS; i++) {
            var file = files.get(random.nextInt(files.size()));
            var right = Files.readAllBytes(file);
            Files.write(file, mutated(right, random));

            assertThatCode(() -> assertOutcome(folder.resolve("sample-lu")))
                    .as("mutation %d of %s", i, file)
                    .doesNotThrowAnyException();
            Files.write(file, right);
        }
    }

    private static void assertOutcome(Path pack) {
        if (PackLoader.load(pack) instanceof LoadOutcome.Refused(var errors)) {
            assertThat(errors)
                    .isNotEmpty()
                    .allSatisfy(error -> {
                        assertThat(error.line()).isPositive();
                        assertThat(error.column()).isPositive();
                        assertThat(error.path()).startsWith(error.file());
                        assertThat(error.what()).isNotBlank();
                    });
        }
    }

    /// A stretch taken out, doubled, or replaced by something awkward.
    private static byte[] mutated(byte[] right, Random random) {
        var text = new String(right, StandardCharsets.ISO_8859_1);
        var from = random.nextInt(text.length() + 1);
        var to = Math.min(text.length(), from + random.nextInt(12));
        var stretch =
                switch (random.nextInt(3)) {
                    case 0 -> "";
                    case 1 -> text.substring(from, to).repeat(2);
                    default -> SNIPPETS.get(random.nextInt(SNIPPETS.size()));
                };
        var mutated = text.substring(0, from) + stretch + text.substring(to);
        return mutated.getBytes(StandardCharsets.ISO_8859_1);
    }
}
