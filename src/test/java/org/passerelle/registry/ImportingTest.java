package org.passerelle.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.registry.RegistryFixture.irs;
import static org.passerelle.registry.RegistryFixture.order;
import static org.passerelle.registry.RegistryFixture.row;
import static org.passerelle.registry.RegistryFixture.with;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.Requirement;
import org.passerelle.registry.EntryChange.FieldChange;
import org.passerelle.registry.EntryChange.Kind;
import org.passerelle.registry.ImportOutcome.Imported;
import org.passerelle.registry.ImportOutcome.Refused;
import org.passerelle.registry.ImportOutcome.Unchanged;

@Requirement("VER-08")
class ImportingTest {
    private static final String IRS = "us-irs-eo-bmf";
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

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

    @Test
    void a_record_is_understood_and_the_names_of_persons_are_not_kept() throws Exception {
        var file =
                irs(
                        folder,
                        "a.csv",
                        List.of(with(row("010211478", "UNITED WAY", "BANGOR"), "STATUS", "25")));

        registry.take(IRS, APRIL, file);

        assertThat(registry.entry(IRS, "010211478"))
                .isEqualTo(
                        new Entry(
                                RegisterId.of(IRS),
                                "US-EIN",
                                "010211478",
                                "UNITED WAY",
                                List.of(),
                                new Place("1 MAIN ST", "04401-6800", "BANGOR", "ME", "US"),
                                "",
                                "",
                                EntryStatus.ATTENTION,
                                "25",
                                APRIL,
                                Optional.empty()));
        assertThat(registry.everything()).contains("UNITED WAY").doesNotContain("JANE DOE");
    }

    @Test
    void of_a_body_abroad_the_country_stands_in_the_column_of_the_town() throws Exception {
        var abroad =
                Map.of(
                        "EIN",
                        "010674736",
                        "NAME",
                        "RELATIONSHIP FUND",
                        "STREET",
                        "KAWASAKI KANAGAWA 216-0033",
                        "CITY",
                        "JAPAN",
                        "ZIP",
                        "00000-0000",
                        "STATUS",
                        "01");
        registry.take(IRS, APRIL, irs(folder, "a.csv", List.of(abroad)));

        assertThat(registry.entry(IRS, "010674736").place())
                .isEqualTo(new Place("KAWASAKI KANAGAWA 216-0033", "", "", "", "JP"));
    }

    @Test
    void the_same_file_twice_changes_nothing_and_says_so() throws Exception {
        var file = irs(folder, "a.csv", many(50));
        registry.take(IRS, APRIL, file);
        var before = registry.everything();

        var outcome = registry.take(IRS, APRIL, file);

        assertThat(outcome)
                .isEqualTo(
                        new Unchanged(new ImportFigures(50, 0, 0, 0, 0, 0, 0, List.of(), 50, 50)));
        assertThat(registry.everything()).isEqualTo(before);
        assertThat(lastImport().result()).isEqualTo(ImportRecord.Result.UNCHANGED);
    }

    @Test
    void entries_keep_what_happened_to_them_by_the_date_of_the_file() throws Exception {
        var others = many(60);
        var a = row("200000001", "ALPHA", "BANGOR");
        var b = row("200000002", "BETA", "BANGOR");
        registry.take(IRS, MARCH, irs(folder, "3.csv", and(others, List.of(a, b))));

        var renamed = with(a, "NAME", "ALPHA NEW", "ASSET_AMT", "7");
        var c = row("200000003", "GAMMA", "X");
        var april = and(others, List.of(renamed, c));
        var first = registry.take(IRS, APRIL, irs(folder, "4.csv", april));
        var may = and(others, List.of(renamed, c, with(b, "CITY", "ORONO")));
        var second = registry.take(IRS, MAY, irs(folder, "5.csv", may));

        assertThat(first)
                .isEqualTo(
                        new Imported(new ImportFigures(62, 1, 1, 1, 0, 0, 0, List.of(), 62, 62)));
        assertThat(second)
                .isEqualTo(
                        new Imported(new ImportFigures(63, 0, 0, 0, 1, 0, 0, List.of(), 63, 63)));
        assertThat(history("200000001"))
                .containsExactly(
                        new EntryChange(
                                APRIL,
                                Kind.CHANGED,
                                List.of(
                                        new FieldChange("NAME", "ALPHA", "ALPHA NEW"),
                                        new FieldChange("ASSET_AMT", "", "7"))),
                        new EntryChange(MARCH, Kind.NEW, List.of()));
        assertThat(history("200000002"))
                .containsExactly(
                        new EntryChange(
                                MAY,
                                Kind.BACK,
                                List.of(new FieldChange("CITY", "BANGOR", "ORONO"))),
                        new EntryChange(APRIL, Kind.GONE, List.of()),
                        new EntryChange(MARCH, Kind.NEW, List.of()));
    }

    @Test
    void who_is_gone_is_not_active() throws Exception {
        registry.take(IRS, MARCH, irs(folder, "3.csv", many(50)));
        registry.take(IRS, APRIL, irs(folder, "4.csv", many(49)));

        var gone = registry.entry(IRS, "100000050");

        assertThat(gone.status()).isEqualTo(EntryStatus.ACTIVE);
        assertThat(gone.goneSince()).contains(APRIL);
        assertThat(gone.isActive()).isFalse();
    }

    @Test
    void several_files_are_one_register() throws Exception {
        var one = irs(folder, "eo1.csv", many(50));
        var two = irs(folder, "eo2.csv", List.of(row("300000001", "LAST", "BANGOR")));

        registry.take(IRS, APRIL, one, two);

        assertThat(registry.registers().find(RegisterId.of(IRS)).orElseThrow().installed())
                .contains(new RegisterView.Installed(APRIL, 51, 51, RegistryFixture.NOW));
    }

    @Test
    void when_implausibly_many_are_gone_the_file_is_refused_unless_somebody_says_it_is_right()
            throws Exception {
        registry.take(IRS, MARCH, irs(folder, "3.csv", many(100)));
        var before = registry.everything();
        var smaller = irs(folder, "4.csv", many(94));

        var refused = registry.take(IRS, APRIL, smaller);

        assertThat(refused)
                .isEqualTo(
                        new Refused(
                                new ImportFault(
                                        ImportFault.Kind.SHRUNK,
                                        "4.csv",
                                        0,
                                        List.of("6", "100", "5"))));
        assertThat(registry.everything()).isEqualTo(before);

        var accepted =
                new ImportOrder(
                        RegisterId.of(IRS),
                        List.of(smaller),
                        APRIL,
                        OptionalLong.empty(),
                        true,
                        false,
                        "");
        assertThat(registry.importing().run(accepted, Progress.none()))
                .isEqualTo(
                        new Imported(new ImportFigures(94, 0, 0, 6, 0, 0, 0, List.of(), 94, 94)));
    }

    @Test
    void a_dry_run_says_what_would_change_and_changes_nothing() throws Exception {
        registry.take(IRS, MARCH, irs(folder, "3.csv", many(50)));
        var before = registry.everything();
        var next = irs(folder, "4.csv", many(52));

        var outcome =
                registry.importing()
                        .run(
                                new ImportOrder(
                                        RegisterId.of(IRS),
                                        List.of(next),
                                        APRIL,
                                        OptionalLong.empty(),
                                        false,
                                        true,
                                        ""),
                                Progress.none());

        assertThat(outcome)
                .isEqualTo(
                        new ImportOutcome.WouldImport(
                                new ImportFigures(52, 2, 0, 0, 0, 0, 0, List.of(), 52, 52)));
        assertThat(registry.everything()).isEqualTo(before);
        assertThat(lastImport().asOf()).isEqualTo(MARCH);
    }

    @Test
    void a_first_file_that_lacks_a_record_is_refused_once_their_number_is_said() throws Exception {
        var cut = irs(folder, "3.csv", many(49));

        assertThat(registry.importing().run(expecting(50, cut), Progress.none()))
                .isEqualTo(
                        new Refused(
                                new ImportFault(
                                        ImportFault.Kind.WRONG_RECORD_COUNT,
                                        "3.csv",
                                        0,
                                        List.of("49", "50"))));
        assertThat(registry.registers().find(RegisterId.of(IRS)).orElseThrow().installed())
                .isEmpty();
        assertThat(registry.importing().run(expecting(49, cut), Progress.none()))
                .isInstanceOf(Imported.class);
    }

    private static ImportOrder expecting(long records, Path file) {
        return new ImportOrder(
                RegisterId.of(IRS),
                List.of(file),
                MARCH,
                OptionalLong.of(records),
                false,
                false,
                "a test");
    }

    @Test
    void an_older_file_does_not_follow_a_later_one() throws Exception {
        registry.take(IRS, APRIL, irs(folder, "4.csv", many(10)));

        assertThat(registry.take(IRS, MARCH, irs(folder, "3.csv", many(10))))
                .isEqualTo(
                        new Refused(
                                new ImportFault(
                                        ImportFault.Kind.OLDER,
                                        "3.csv",
                                        0,
                                        List.of("2026-04-01"))));
    }

    @Test
    void readers_see_the_register_before_or_after_and_a_second_import_waits_for_nobody()
            throws Exception {
        registry.take(IRS, MARCH, irs(folder, "3.csv", many(50)));
        var next = irs(folder, "4.csv", many(80));
        var seen = new ArrayList<Long>();
        var second = new ArrayList<ImportOutcome>();

        registry.importing()
                .run(
                        order(IRS, APRIL, next),
                        new Progress() {
                            @Override
                            public void read(long records) {}

                            @Override
                            public void began(Step step) {
                                // Another thread, so another connection.
                                seen.add(CompletableFuture.supplyAsync(() -> entries()).join());
                                second.add(
                                        CompletableFuture.supplyAsync(
                                                        () -> registry.take(IRS, APRIL, next))
                                                .join());
                            }
                        });

        assertThat(seen).containsExactly(50L, 50L, 50L);
        assertThat(entries()).isEqualTo(80);
        assertThat(second)
                .hasSize(3)
                .allSatisfy(outcome ->
                        assertThat(((Refused) outcome).fault().kind())
                                .isEqualTo(ImportFault.Kind.RUNNING));
    }

    @Test
    void the_same_record_twice_counts_once_and_two_of_one_number_are_refused() throws Exception {
        var one = row("200000001", "ALPHA", "BANGOR");
        assertThat(registry.take(IRS, APRIL, irs(folder, "a.csv", List.of(one, one))))
                .isEqualTo(new Imported(new ImportFigures(2, 1, 0, 0, 0, 0, 0, List.of(), 1, 1)));

        var other = with(one, "NAME", "BETA");
        assertThat(registry.take(IRS, MAY, irs(folder, "b.csv", List.of(one, one, other))))
                .isEqualTo(
                        new Refused(
                                new ImportFault(
                                        ImportFault.Kind.NUMBER_TWICE,
                                        "b.csv",
                                        4,
                                        List.of("200000001", "2"))));
    }

    @Test
    void records_without_a_number_are_left_out_and_named_and_many_mean_a_misreading()
            throws Exception {
        var nobody = Map.of("NAME", "NOBODY");
        assertThat(registry.take(IRS, APRIL, irs(folder, "a.csv", and(many(50), List.of(nobody)))))
                .isEqualTo(
                        new Imported(
                                new ImportFigures(
                                        51, 50, 0, 0, 0, 0, 1, List.of("a.csv:52"), 50, 50)));

        var many = new ArrayList<>(many(50));
        IntStream.range(0, 11).forEach(_ -> many.add(nobody));
        assertThat(registry.take(IRS, MAY, irs(folder, "b.csv", many)))
                .isEqualTo(
                        new Refused(
                                new ImportFault(
                                        ImportFault.Kind.UNUSABLE,
                                        "b.csv",
                                        0,
                                        List.of("11", "61"))));
    }

    private long entries() {
        return registry.registers()
                .find(RegisterId.of(IRS))
                .orElseThrow()
                .installed()
                .orElseThrow()
                .entries();
    }

    private ImportRecord lastImport() {
        return registry.registers()
                .find(RegisterId.of(IRS))
                .orElseThrow()
                .lastImport()
                .orElseThrow();
    }

    private List<EntryChange> history(String number) {
        return registry.registers().history(registry.entry(IRS, number));
    }

    static List<Map<String, String>> many(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> row(String.valueOf(100_000_000 + i), "BODY " + i, "BANGOR"))
                .toList();
    }

    private static List<Map<String, String>> and(
            List<Map<String, String>> rows, List<Map<String, String>> more) {
        var all = new ArrayList<>(rows);
        all.addAll(more);
        return all;
    }
}
