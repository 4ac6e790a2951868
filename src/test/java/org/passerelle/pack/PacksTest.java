package org.passerelle.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.pack.store.generated.Tables.INSTALLATION;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.ModuleDatabase;
import org.passerelle.Requirement;
import org.passerelle.SetClock;
import org.passerelle.kernel.OfficeId;
import org.springframework.transaction.support.TransactionTemplate;

@Requirement("OPS-02")
class PacksTest {
    private static final Instant NOON = Instant.parse("2022-09-12T12:00:00Z");
    private static final OfficeId SAMPLE = OfficeId.of("sample-lu");

    @TempDir Path folder;

    private final ModuleDatabase database = ModuleDatabase.of("pack");
    private final DSLContext db = database.jooq();
    private final SetClock clock = new SetClock(NOON);
    private final List<Object> told = new ArrayList<>();

    @Test
    void installed_packs_are_found_by_office_and_by_country() {
        var packs = packs(SamplePack.FOLDER, "sample-lu");

        assertThat(packs.installed()).extracting(pack -> pack.id()).containsExactly(SAMPLE);
        assertThat(packs.get(SAMPLE).office().country()).isEqualTo("LU");
        assertThat(packs.forCountry("LU")).contains(packs.get(SAMPLE));
        assertThat(packs.forCountry("BE")).isEmpty();
        assertThatThrownBy(() -> packs.get(OfficeId.of("nowhere")))
                .isInstanceOf(PackNotFound.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void a_pack_is_told_of_when_its_content_is_new_and_only_then() throws IOException {
        SamplePack.copyTo(folder);
        var first = start();
        start();
        assertThat(told).containsExactly(new PackInstalled(SAMPLE, first));

        clock.pass(Duration.ofDays(1));
        var office = folder.resolve("sample-lu/office.yaml");
        var before = Files.readString(office);
        Files.writeString(office, before.replace("first-order: 10001", "first-order: 20001"));
        var second = start();
        assertThat(told).last().isEqualTo(new PackInstalled(SAMPLE, second));

        Files.writeString(office, before);
        assertThat(start()).isEqualTo(first);
        assertThat(db.fetchValues(INSTALLATION.HASH)).containsExactly(first, second, first);
        assertThat(db.fetchValues(INSTALLATION.INSTALLED_AT).getFirst().toInstant())
                .isEqualTo(NOON);
    }

    @Test
    void a_wrong_pack_stops_the_start_with_every_error_by_file_and_line() throws IOException {
        SamplePack.copyTo(folder);
        SamplePack.replace(folder, "sample-lu/office.yaml", "zone:", "zon:");
        SamplePack.replace(folder, "sample-lu/offers/all.yaml", "amount: 38.00", "amount: -38.00");

        assertThatThrownBy(() -> packs(folder, "sample-lu"))
                .isInstanceOf(PacksRefused.class)
                .hasMessageContaining(
                        folder.resolve("sample-lu/office.yaml:4:1: unknown key 'zon'").toString())
                .hasMessageContaining("offers/all.yaml:17")
                .hasMessageContaining("negative");
    }

    @Test
    void a_missing_pack_and_no_pack_at_all_are_said_as_such() {
        assertThatThrownBy(() -> packs(SamplePack.FOLDER, "sample-xx"))
                .hasMessageContaining("there is no folder");
        assertThatThrownBy(() -> packs(SamplePack.FOLDER)).hasMessageContaining("names no pack");
    }

    @Test
    void the_refused_start_explains_itself_without_a_stack_trace() {
        var refused =
                new PacksRefused(Path.of("packs"), List.of("packs/x/office.yaml:4:1: unknown key"));

        var analysis =
                java.util.Objects.requireNonNull(new PacksRefusedAnalyzer().analyze(refused));

        assertThat(analysis.getDescription()).contains("packs/x/office.yaml:4:1: unknown key");
        assertThat(analysis.getAction()).contains("bin/passerelle pack check");
    }

    /// Starts a product on the packs in the folder and answers its pack's hash.
    private String start() {
        var packs = packs(folder, "sample-lu");
        new TransactionTemplate(database.transactions())
                .executeWithoutResult(_ -> packs.recordInstallation());
        return packs.get(SAMPLE).hash();
    }

    private Packs packs(Path folder, String... names) {
        return new Packs(new PackSettings(folder, List.of(names), false), db, clock, told::add);
    }
}
