package org.passerelle.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.ModuleDatabase;
import org.passerelle.Requirement;
import org.passerelle.SetClock;
import org.passerelle.agenda.DueRun;
import org.passerelle.document.Document.Scan;
import org.passerelle.document.TakeOutcome.Infected;
import org.passerelle.document.TakeOutcome.Taken;
import org.passerelle.kernel.PersonId;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.support.TestPropertySourceUtils;
import org.springframework.transaction.PlatformTransactionManager;

/// Documents and ClamAV's daemon: infected ones are refused, and what could not be scanned is kept
/// back until it was.
@Requirement({"VER-09", "ORG-01"})
class VirusScanTest {
    private static final String PDF = "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final Optional<PersonId> SOMEBODY = Optional.of(PersonId.random());

    @TempDir Path folder;

    private final ModuleDatabase database = ModuleDatabase.of("agenda", "document");
    private final SetClock clock = new SetClock(START);
    private int port;
    private Documents documents;
    private final List<InfectedFound> told = new ArrayList<>();
    private DueRun agenda;
    private AnnotationConfigApplicationContext context;

    @Configuration
    @ComponentScan(
            basePackages = {"org.passerelle.document", "org.passerelle.agenda"},
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = org.springframework.context.annotation.FilterType.REGEX,
                            pattern = {
                                "org.passerelle.document.(\\w+\\.)?"
                                        + "(Documents|Later.*|JooqShelf|FolderFiles|Scanner)",
                                "org.passerelle.agenda.(Agenda|DueRun)"
                            }))
    @org.springframework.transaction.annotation.EnableTransactionManagement
    static class Parts {}

    @BeforeEach
    void start() throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        context = new AnnotationConfigApplicationContext();
        TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                context,
                "passerelle.agenda.every=1h",
                "passerelle.data-folder=" + folder,
                "passerelle.virus-scanner=127.0.0.1:" + port);
        context.registerBean(DSLContext.class, database::jooq);
        context.registerBean(PlatformTransactionManager.class, database::transactions);
        context.registerBean(java.time.Clock.class, () -> clock);
        context.addApplicationListener((PayloadApplicationEvent<?> event) -> {
            if (event.getPayload() instanceof InfectedFound found) {
                told.add(found);
            }
        });
        context.register(Parts.class);
        context.refresh();
        documents = context.getBean(Documents.class);
        agenda = context.getBean(DueRun.class);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    private TakeOutcome take(String bytes) {
        return documents.take(SOMEBODY, "statuts.pdf", stream(bytes), 1);
    }

    private static InputStream stream(String bytes) {
        return new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private long files() throws IOException {
        try (var found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).count();
        }
    }

    private static Document taken(TakeOutcome outcome) {
        assertThat(outcome).isInstanceOf(Taken.class);
        return ((Taken) outcome).document();
    }

    @Test
    void a_sound_file_is_scanned_in_pieces_and_served() {
        try (var daemon = new FakeClamd(port, Long.MAX_VALUE)) {
            var document = taken(take(PDF + "x".repeat(300_000)));

            assertThat(document.scan()).isEqualTo(new Scan.Clean(START));
            assertThat(documents.open(document.id())).isPresent();
            assertThat(daemon.largestPiece.get()).isBetween(1L, 65_536L);
        }
    }

    @Test
    void an_infected_file_is_refused_by_name_and_nothing_is_kept() throws IOException {
        try (var _ = new FakeClamd(port, Long.MAX_VALUE)) {
            assertThat(take(PDF + FakeClamd.EICAR)).isEqualTo(new Infected("Win.Test.EICAR_HDB-1"));
            assertThat(files()).isZero();
        }
    }

    @Test
    void while_the_scanner_is_down_a_file_is_kept_back_and_scanned_once_it_answers() {
        var document = taken(take(PDF));
        assertThat(document.scan()).isEqualTo(new Scan.Waiting());
        assertThat(documents.open(document.id())).isEmpty();

        clock.pass(Duration.ofMinutes(2));
        agenda.runAll(); // still down: put off
        assertThat(documents.open(document.id())).isEmpty();

        try (var _ = new FakeClamd(port, Long.MAX_VALUE)) {
            clock.pass(Duration.ofHours(2));
            agenda.runAll();
            assertThat(documents.open(document.id())).isPresent();
        }
    }

    @Test
    void after_a_long_outage_all_that_waits_is_scanned_within_a_minute_of_the_scanner_s_return() {
        var first = taken(take(PDF));
        var second = taken(take(PDF));
        documents.hold(SOMEBODY, List.of(first.id(), second.id()), "a matter");
        for (var hour = 0; hour < 72; hour++) {
            clock.pass(Duration.ofHours(1));
            agenda.runAll();
        }
        assertThat(documents.open(first.id())).isEmpty();

        try (var _ = new FakeClamd(port, Long.MAX_VALUE)) {
            clock.pass(Duration.ofMinutes(1));
            agenda.runAll();
            assertThat(documents.open(first.id())).isPresent();
            assertThat(documents.open(second.id())).isPresent();
        }
    }

    @Test
    void a_virus_found_later_deletes_the_file_and_says_so() throws IOException {
        var document = taken(take(PDF + FakeClamd.EICAR));
        documents.hold(SOMEBODY, List.of(document.id()), "a matter");
        try (var _ = new FakeClamd(port, Long.MAX_VALUE)) {
            clock.pass(Duration.ofMinutes(2));
            agenda.runAll();
        }

        assertThat(documents.find(document.id()).orElseThrow().scan())
                .isEqualTo(new Scan.Infected(clock.instant(), "Win.Test.EICAR_HDB-1"));
        assertThat(documents.open(document.id())).isEmpty();
        assertThat(files()).isZero();
    }

    @Test
    void what_came_before_a_scanner_was_set_is_kept_back_scanned_and_told() throws IOException {
        var sound = taken(take(PDF));
        var infected = taken(take(PDF + FakeClamd.EICAR));
        for (var one : List.of(sound, infected)) {
            documents.hold(SOMEBODY, List.of(one.id()), "case 1001");
            database.jooq().execute("update document.file set scan = 'NOT_ASKED'");
        }
        assertThat(documents.open(infected.id())).as("as it was before").isPresent();

        documents.scanWhatNeverWas();
        assertThat(documents.open(sound.id())).isEmpty();
        assertThat(documents.open(infected.id())).isEmpty();
        try (var _ = new FakeClamd(port, Long.MAX_VALUE)) {
            clock.pass(Duration.ofMinutes(2));
            agenda.runAll();
        }

        assertThat(documents.open(sound.id())).isPresent();
        assertThat(documents.open(infected.id())).isEmpty();
        assertThat(files()).isEqualTo(1);
        assertThat(told)
                .containsExactly(
                        new InfectedFound(
                                infected.id(),
                                "statuts.pdf",
                                Optional.of("case 1001"),
                                "Win.Test.EICAR_HDB-1"));
    }

    @Test
    void what_the_scanner_gives_no_verdict_on_is_not_served() {
        try (var _ = new FakeClamd(port, 1000)) {
            var document = taken(take(PDF + "x".repeat(2000)));

            assertThat(document.scan()).isEqualTo(new Scan.Waiting());
            assertThat(documents.open(document.id())).isEmpty();
        }
    }

    @Test
    void only_who_took_a_document_in_puts_it_to_a_matter_and_only_once() {
        var document = taken(take(PDF));
        var id = List.of(document.id());

        assertThat(documents.hold(Optional.of(PersonId.random()), id, "theirs")).isEmpty();
        assertThat(documents.hold(Optional.empty(), id, "theirs")).isEmpty();
        assertThat(documents.hold(SOMEBODY, id, "mine")).hasSize(1);
        assertThat(documents.hold(SOMEBODY, id, "another of mine")).isEmpty();
    }

    @Test
    void what_no_matter_holds_after_a_day_is_thrown_away() throws IOException {
        try (var _ = new FakeClamd(port, Long.MAX_VALUE)) {
            var held = taken(take(PDF));
            var left = taken(take(PDF));
            documents.hold(SOMEBODY, List.of(held.id()), "a matter");
            clock.pass(Duration.ofHours(25));
            agenda.runAll();

            assertThat(documents.find(left.id())).isEmpty();
            assertThat(documents.open(held.id())).isPresent();
            assertThat(files()).isEqualTo(1);
        }
    }

    @Test
    void an_address_that_is_none_stops_the_start() {
        var wrong = new AnnotationConfigApplicationContext();
        TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                wrong, "passerelle.data-folder=" + folder, "passerelle.virus-scanner=clamav");
        wrong.registerBean(DSLContext.class, database::jooq);
        wrong.registerBean(PlatformTransactionManager.class, database::transactions);
        wrong.registerBean(java.time.Clock.class, () -> clock);
        wrong.register(Parts.class);

        assertThatThrownBy(wrong::refresh)
                .hasRootCauseMessage("passerelle.virus-scanner should be host:port, not 'clamav'");
    }
}
