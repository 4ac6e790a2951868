package org.passerelle.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.Requirement;
import org.passerelle.registry.ImportOutcome.Imported;
import org.passerelle.registry.ImportOutcome.Refused;
import org.passerelle.registry.ImportOutcome.Unchanged;

/// True records in the true form, a few of each register: what the whole files do beside the
/// project ([RealRegistersTest]) these do everywhere.
@Requirement({"VER-05", "VER-08"})
class RegisterExcerptsTest {
    private static final Path EXCERPTS = Path.of("src/test/resources/registers");
    private static final String IRS = "us-irs-eo-bmf";
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @TempDir Path folder;
    private RegistryFixture registry;

    @BeforeEach
    void begin() {
        registry = new RegistryFixture();
    }

    @AfterEach
    void end() {
        registry.close();
    }

    private static Path excerpt(String name) {
        return EXCERPTS.resolve(name + ".csv.gz");
    }

    private static ImportFigures figures(
            long records, long added, long changed, long gone, long active) {
        return new ImportFigures(
                records, added, changed, gone, 0, 0, 0, List.of(), records, active);
    }

    @Test
    void a_month_follows_the_other_and_the_same_again_changes_nothing() {
        assertThat(registry.take(IRS, MARCH, excerpt("irs-2026-03")))
                .isEqualTo(new Imported(figures(250, 250, 0, 0, 250)));
        assertThat(registry.take(IRS, APRIL, excerpt("irs-2026-04")))
                .isEqualTo(new Imported(figures(253, 6, 21, 3, 253)));
        var installed = registry.everything();
        assertThat(registry.take(IRS, APRIL, excerpt("irs-2026-04")))
                .isEqualTo(new Unchanged(figures(253, 0, 0, 0, 253)));
        assertThat(registry.everything()).isEqualTo(installed);
    }

    /// The last five records of a file, or the first file of a register, cut at a line's end look
    /// whole: nothing in these files says how many there should be.
    @Test
    void a_file_cut_anywhere_is_refused_and_changes_nothing() throws IOException {
        registry.take(IRS, MARCH, excerpt("irs-2026-03"));
        var before = registry.everything();
        byte[] whole;
        try (var file = new GZIPInputStream(Files.newInputStream(excerpt("irs-2026-04")))) {
            whole = file.readAllBytes();
        }
        var ends = IntStream.range(0, whole.length).filter(i -> whole[i] == '\n').toArray();
        var random = new Random(20_260_401);
        var cuts =
                Stream.concat(
                        random.ints(40, 1, whole.length - 2).boxed(),
                        Stream.of(0, 1, 9, 60, 200, 240, 246, 247).map(line -> ends[line] + 1));
        for (var cut : cuts.toList()) {
            var file = Files.write(folder.resolve("cut.csv"), Arrays.copyOf(whole, cut));
            assertThat(registry.take(IRS, APRIL, file))
                    .as("cut after %s bytes", cut)
                    .isInstanceOf(Refused.class);
        }
        assertThat(registry.everything()).isEqualTo(before);
    }

    @Test
    void northern_ireland_is_read_in_its_own_encoding_with_every_status() {
        assertThat(registry.take("gb-nic", LocalDate.of(2020, 6, 30), excerpt("ccni-2020-06-30")))
                .isEqualTo(new Imported(figures(54, 54, 0, 0, 43)));

        assertThat(registry.entry("gb-nic", "100073").name()).isEqualTo("An Gaeláras Ltd");
        assertThat(registry.entry("gb-nic", "101181").name()).contains("Gwyn’S", "Young’S");
        assertThat(registry.entry("gb-nic", "100019").isActive()).isFalse();
        var cancerLifeline = registry.entry("gb-nic", "100002");
        assertThat(cancerLifeline.isActive()).isTrue();
        assertThat(cancerLifeline.place().postalCode()).isEqualTo("BT14 7PJ");
        assertThat(cancerLifeline.place().town()).isEqualTo("Belfast");
    }

    @Test
    void of_the_removed_in_scotland_none_is_active_and_all_are_found() {
        var day = LocalDate.of(2020, 7, 6);
        assertThat(registry.take("gb-sc-removed", day, excerpt("oscr-removed-2020-07-06")))
                .isEqualTo(new Imported(figures(40, 40, 0, 0, 0)));

        assertThat(registry.registers().byNumbers(Map.of("GB-SC", "SC000009")))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.name()).isEqualTo("Age Concern Galashiels");
                    assertThat(entry.isActive()).isFalse();
                });
    }
}
