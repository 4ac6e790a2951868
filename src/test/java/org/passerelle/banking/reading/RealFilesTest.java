package org.passerelle.banking.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.banking.Movement;
import org.passerelle.banking.domain.Statement;

/// Files that real banks wrote, made anonymous by those who published them.
@Requirement("PAY-02")
class RealFilesTest {
    private static final Path FOLDER = Path.of("../shared/data/bank/camt");
    private static final int TAR_BLOCK = 512;

    private static final Map<String, byte[]> FILES = new TreeMap<>();

    @BeforeAll
    static void findThem() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            System.out.println(FOLDER + " is absent: no bank's own file was read");
            return;
        }
        try (var folder = Files.list(FOLDER)) {
            for (var file : folder.toList()) {
                var name = file.getFileName().toString();
                if (name.endsWith(".xml")) {
                    FILES.put(name, Files.readAllBytes(file));
                } else if (name.endsWith(".tar.gz")) {
                    unpack(file);
                }
            }
        }
    }

    /// Reads plain entries of a tar archive: all that these have.
    private static void unpack(Path archive) throws IOException {
        try (InputStream in =
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(archive)))) {
            for (var header = in.readNBytes(TAR_BLOCK);
                    header.length == TAR_BLOCK && header[0] != 0;
                    header = in.readNBytes(TAR_BLOCK)) {
                var name = text(header, 0, 100);
                var size = Integer.parseInt(text(header, 124, 12).strip(), 8);
                var content = in.readNBytes(size);
                in.skipNBytes((TAR_BLOCK - size % TAR_BLOCK) % TAR_BLOCK);
                if (name.endsWith(".xml")) {
                    FILES.put(archive.getFileName() + "/" + name, content);
                }
            }
        }
    }

    private static String text(byte[] header, int from, int length) {
        var text = new String(header, from, length, StandardCharsets.US_ASCII);
        var end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    @Test
    void every_statement_of_every_bank_is_read_and_reconciles() throws FileRefused {
        var files = 0;
        var entries = 0;
        var movements = 0;
        var statements = 0;
        var checked = 0;
        for (var file : FILES.entrySet()) {
            if (!new String(file.getValue(), StandardCharsets.UTF_8).contains("<BkToCstmrStmt>")) {
                continue;
            }
            var read = CamtReader.read(new ByteArrayInputStream(file.getValue()));
            files++;
            entries += read.entries();
            for (var statement : read.statements()) {
                statements++;
                movements += statement.movements().size();
                assertThat(statement.difference().isZero()).as(file.getKey()).isTrue();
                checked += isChecked(statement) ? 1 : 0;
                assertThat(statement.movements().stream().map(Movement::bookedOn)).isSorted();
            }
        }
        if (FILES.isEmpty()) {
            return;
        }
        assertThat(files).isEqualTo(161);
        assertThat(statements).isEqualTo(284);
        assertThat(checked).isEqualTo(284);
        assertThat(entries).isEqualTo(2599);
        assertThat(movements).isEqualTo(2599);
    }

    private static boolean isChecked(Statement statement) {
        return statement.opening().isPresent() && statement.closing().isPresent();
    }

    /// They count no money; what they tell of bookings is read to the last payment.
    @Test
    void every_report_and_every_advice_is_read() throws FileRefused {
        var files = new TreeMap<String, Integer>();
        var bookings = 0;
        var payments = 0;
        var whole = 0;
        for (var file : FILES.entrySet()) {
            var read = CamtReader.read(new ByteArrayInputStream(file.getValue()));
            files.merge(read.format().substring(0, "camt.05x".length()), 1, Integer::sum);
            if (read.isStatement()) {
                continue;
            }
            assertThat(read.statements()).as(file.getKey()).isEmpty();
            bookings += read.entries();
            for (var advised : read.advised()) {
                payments += advised.payments().size();
                whole += advised.payments().isEmpty() ? 0 : 1;
                assertThat(read.accounts()).contains(advised.account());
                if (!advised.payments().isEmpty()) {
                    assertThat(
                                    advised.payments().stream()
                                            .map(Movement::amount)
                                            .reduce(Money::plus))
                            .as(file.getKey())
                            .contains(advised.amount());
                }
            }
        }
        if (FILES.isEmpty()) {
            return;
        }
        assertThat(files).isEqualTo(Map.of("camt.052", 266, "camt.053", 161, "camt.054", 271));
        assertThat(bookings).isEqualTo(271);
        assertThat(whole).isEqualTo(271);
        assertThat(payments).isEqualTo(61_124);
    }
}
