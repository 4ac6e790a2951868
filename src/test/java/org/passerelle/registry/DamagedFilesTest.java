package org.passerelle.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.Requirement;
import org.passerelle.registry.ImportFault.Kind;
import org.passerelle.registry.ImportOutcome.Refused;

/// Files that are not whole are refused whole, with the line, and change nothing.
@Requirement("VER-08")
class DamagedFilesTest {
    private static final String IRS = "us-irs-eo-bmf";
    private static final int ROWS = 1000;

    @TempDir static Path folder;
    private static RegistryFixture registry;
    private static byte[] whole;
    private static String before;

    @BeforeAll
    static void a_register_is_installed() throws IOException {
        registry = new RegistryFixture();
        var file = RegistryFixture.irs(folder, "whole.csv", ImportingTest.many(ROWS));
        whole = Files.readAllBytes(file);
        registry.take(IRS, LocalDate.of(2026, 3, 1), file);
        before = registry.everything();
    }

    @AfterAll
    static void end() {
        registry.close();
    }

    private record Damage(
            String name, Kind kind, long line, List<String> details, UnaryOperator<byte[]> done) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Damage> damages() {
        return Stream.concat(Stream.concat(cuts(), faults()), misreadings());
    }

    private static Stream<Damage> cuts() {
        return Stream.of(
                new Damage(
                        "within a record",
                        Kind.WRONG_COLUMN_COUNT,
                        ROWS + 1,
                        List.of("5", "28"),
                        bytes -> cut(bytes, line(bytes).length() - at(line(bytes), 5) + 2)),
                new Damage(
                        "within the last field",
                        Kind.CUT,
                        ROWS + 1,
                        List.of(),
                        bytes -> cut(bytes, 2)),
                new Damage(
                        "within a quoted field",
                        Kind.CUT,
                        ROWS + 2,
                        List.of(),
                        bytes -> plus(bytes, "200000001,\"ALPHA, BE")));
    }

    private static Stream<Damage> faults() {
        return Stream.of(
                new Damage(
                        "one field too many",
                        Kind.WRONG_COLUMN_COUNT,
                        ROWS + 2,
                        List.of("29", "28"),
                        bytes -> plus(bytes, ",".repeat(28) + "\r\n")),
                new Damage(
                        "bytes of another encoding",
                        Kind.NOT_IN_ENCODING,
                        2,
                        List.of("UTF-8"),
                        bytes ->
                                replace(bytes, "BODY 1,", new byte[] {'C', 'A', 'F', (byte) 0xe9})),
                new Damage(
                        "zeros of a broken disk",
                        Kind.DAMAGED,
                        2,
                        List.of(),
                        bytes -> replace(bytes, "BODY 1,", new byte[4])),
                new Damage(
                        "compressed, cut",
                        Kind.CUT,
                        -1,
                        List.of(),
                        bytes -> cut(compressed(bytes), 400)),
                new Damage(
                        "compressed, its checksum cut",
                        Kind.CUT,
                        -1,
                        List.of(),
                        bytes -> cut(compressed(bytes), 4)),
                new Damage(
                        "compressed, a byte turned",
                        Kind.CUT,
                        -1,
                        List.of(),
                        bytes -> turned(compressed(bytes))),
                new Damage(
                        "only the beginning of gzip's head",
                        Kind.CUT,
                        0,
                        List.of(),
                        bytes -> Arrays.copyOf(compressed(bytes), 5)));
    }

    private static Stream<Damage> misreadings() {
        return Stream.of(
                new Damage("nothing in it", Kind.EMPTY, 0, List.of(), _ -> new byte[0]),
                new Damage(
                        "the header alone",
                        Kind.EMPTY,
                        0,
                        List.of(),
                        bytes -> Arrays.copyOf(bytes, text(bytes).indexOf('\n') + 1)),
                new Damage(
                        "another register",
                        Kind.COLUMNS_MISSING,
                        1,
                        List.of("CITY, EIN, ICO, NAME, SORT_NAME, STATE, STATUS, STREET, ZIP"),
                        _ -> "A;B\r\n1;2\r\n".getBytes(StandardCharsets.UTF_8)),
                new Damage(
                        "the second half",
                        Kind.SHRUNK,
                        0,
                        List.of("500", "1000", "5"),
                        DamagedFilesTest::secondHalf),
                new Damage(
                        "cut at a line's end, ten records before its own",
                        Kind.HOLE,
                        0,
                        List.of("10", "100000991", "100001000"),
                        bytes -> without(bytes, ROWS - 10, ROWS)),
                new Damage(
                        "a block of whole lines lost within",
                        Kind.HOLE,
                        0,
                        List.of("30", "100000101", "100000130"),
                        bytes -> without(bytes, 100, 130)));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void is_refused_whole(Damage damage) throws IOException {
        var file = Files.write(folder.resolve("damaged"), damage.done().apply(whole.clone()));

        var outcome = registry.take(IRS, LocalDate.of(2026, 4, 1), file);

        assertThat(outcome).isInstanceOf(Refused.class);
        var fault = ((Refused) outcome).fault();
        assertThat(fault.kind()).isEqualTo(damage.kind());
        assertThat(fault.details()).isEqualTo(damage.details());
        if (damage.line() >= 0) {
            assertThat(fault.line()).isEqualTo(damage.line());
        }
        assertThat(registry.everything()).isEqualTo(before);
        assertThat(
                        registry.registers()
                                .find(RegisterId.of(IRS))
                                .orElseThrow()
                                .lastImport()
                                .orElseThrow()
                                .fault())
                .contains(fault);
    }

    private static byte[] cut(byte[] bytes, int fewer) {
        return Arrays.copyOf(bytes, bytes.length - fewer);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// The last line.
    private static String line(byte[] bytes) {
        return text(bytes).lines().toList().getLast();
    }

    /// Where the fifth field begins.
    private static int at(String line, int field) {
        var at = 0;
        for (var i = 1; i < field; i++) {
            at = line.indexOf(',', at) + 1;
        }
        return at;
    }

    private static byte[] plus(byte[] bytes, String more) {
        return (text(bytes) + more).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] replace(byte[] bytes, String what, byte[] with) {
        var at = text(bytes).indexOf(what);
        System.arraycopy(with, 0, bytes, at, with.length);
        return bytes;
    }

    private static byte[] compressed(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] turned(byte[] bytes) {
        bytes[bytes.length - 6] ^= 0x40;
        return bytes;
    }

    private static byte[] without(byte[] bytes, int from, int to) {
        var lines = new java.util.ArrayList<>(text(bytes).lines().toList());
        lines.subList(1 + from, 1 + to).clear();
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] secondHalf(byte[] bytes) {
        var lines = text(bytes).lines().toList();
        var kept = new java.util.ArrayList<>(lines.subList(0, 1));
        kept.addAll(lines.subList(1 + ROWS / 2, lines.size()));
        return (String.join("\r\n", kept) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
