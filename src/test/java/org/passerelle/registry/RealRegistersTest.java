package org.passerelle.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.registry.ImportFault.Kind;
import org.passerelle.registry.ImportOutcome.Imported;
import org.passerelle.registry.ImportOutcome.Refused;
import org.passerelle.registry.ImportOutcome.Unchanged;

/// The real files, which may not be copied into the project: where they are absent the made-up ones
/// of the other tests stand alone, and this one says so.
@Requirement({"VER-05", "VER-08"})
class RealRegistersTest {
    private static final String IRS = "us-irs-eo-bmf";

    /// A whole run over all changes takes half an hour; `docs/registers.md` has its figures.
    private static final int EVERY = 60;

    private static final Optional<Path> DATA = SharedData.folder();
    private static RegistryFixture registry;

    @BeforeAll
    static void begin() {
        registry = new RegistryFixture();
    }

    @AfterAll
    static void end() {
        registry.close();
    }

    private static ImportOutcome timed(String register, String asOf, String file) {
        var begun = System.nanoTime();
        var path = DATA.orElseThrow().resolve("registers").resolve(file);
        var outcome = registry.take(register, LocalDate.parse(asOf), path);
        var seconds = (System.nanoTime() - begun) / 1e9;
        if (outcome instanceof Imported(var figures)) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d records in %.1f s, %,.0f a second%n",
                    file,
                    figures.records(),
                    seconds,
                    figures.records() / seconds);
        }
        return outcome;
    }

    private static ImportFigures figures(
            long records, long added, long changed, long gone, long entries, long active) {
        return new ImportFigures(
                records, added, changed, gone, 0, 0, 0, List.of(), entries, active);
    }

    /// Of the 27,104 changed records the collection counts, 266 differ in names of persons alone,
    /// which were emptied in it and are never kept here.
    @Test
    void a_month_of_the_irs_follows_the_other_and_is_searched() throws IOException {
        if (DATA.isEmpty()) {
            return;
        }
        var april = "us/irs-eo-bmf-2026-04.csv.gz";
        assertThat(timed(IRS, "2026-03-01", "us/irs-eo-bmf-2026-03.csv.gz"))
                .isEqualTo(new Imported(figures(323_934, 323_934, 0, 0, 323_934, 323_934)));
        assertThat(timed(IRS, "2026-04-01", april))
                .isEqualTo(new Imported(figures(326_224, 3_221, 26_838, 931, 326_224, 326_224)));
        assertThat(timed(IRS, "2026-04-01", april))
                .isEqualTo(new Unchanged(figures(326_224, 0, 0, 0, 326_224, 326_224)));
        assertThat(timed(IRS, "2026-05-01", "us/irs-eo-bmf-ca-truncated.csv"))
                .isEqualTo(
                        new Refused(
                                new ImportFault(
                                        Kind.WRONG_COLUMN_COUNT,
                                        "irs-eo-bmf-ca-truncated.csv",
                                        3000,
                                        List.of("21", "28"))));
        assertThat(registry.registers().find(RegisterId.of(IRS)).orElseThrow().installed())
                .map(RegisterView.Installed::entries)
                .contains(326_224L);

        var changes = MatchingBench.changes(registry.registers(), DATA.get(), EVERY);
        var shared = MatchingBench.shared(registry.registers(), DATA.get(), EVERY);
        System.out.print(changes + "\n" + shared);
        assertThat(changes.recallAtFive()).isGreaterThan(0.65);
        assertThat(changes.precision()).isGreaterThanOrEqualTo(0.98);
        assertThat(shared.certain()).isZero();
    }

    @Test
    void northern_ireland_is_read_in_its_own_encoding() {
        if (DATA.isEmpty()) {
            return;
        }
        assertThat(timed("gb-nic", "2020-06-30", "uk/ccni-2020-06-30.windows-1252.csv.gz"))
                .isEqualTo(new Imported(figures(6_565, 6_565, 0, 0, 6_565, 6_223)));
        assertThat(registry.entry("gb-nic", "100002").place())
                .isEqualTo(new Place("Cancer Lifeline", "BT14 7PJ", "Belfast", "", "GB"));
        var misread =
                registry.db.fetchValue(
                        "select count(*) from registry.entry"
                                + " where name ~ '[\\u0080-\\u009f]'");
        assertThat(misread).isEqualTo(0L);
    }

    @Test
    void of_the_removed_in_scotland_none_is_active() {
        if (DATA.isEmpty()) {
            return;
        }
        assertThat(timed("gb-sc-removed", "2020-07-06", "uk/oscr-removed-2020-07-06.csv.gz"))
                .isEqualTo(new Imported(figures(25_257, 25_257, 0, 0, 25_257, 0)));
        var found = registry.registers().byNumbers(Map.of("GB-SC", "SC000007"));
        assertThat(found).hasSize(1).noneMatch(Entry::isActive);
    }

    @Test
    void registers_that_no_program_knows_are_read_by_their_descriptions() {
        if (DATA.isEmpty()) {
            return;
        }
        assertThat(timed("fr-rna-waldec", "2024-11-01", "fr/rna-waldec-excerpt.csv"))
                .isEqualTo(new Imported(figures(4, 4, 0, 0, 4, 2)));
        assertThat(registry.entry("fr-rna-waldec", "W9T1002867").isActive()).isTrue();
        assertThat(registry.entry("fr-rna-waldec", "W9T1002359").isActive()).isFalse();
        assertThat(timed("au-acnc", "2025-06-01", "au/acnc-excerpt.csv"))
                .isEqualTo(
                        new Imported(
                                new ImportFigures(
                                        28,
                                        26,
                                        0,
                                        0,
                                        0,
                                        0,
                                        2,
                                        List.of("acnc-excerpt.csv:28", "acnc-excerpt.csv:29"),
                                        26,
                                        26)));
    }
}
