package org.passerelle.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.catalogue.ImportOutcome.Fault;
import org.passerelle.catalogue.ImportOutcome.LineError;
import org.passerelle.catalogue.domain.CodeList.Entry;

@Requirement("VOU-05")
class CodeListTest {
    @Test
    void codes_with_and_without_a_last_day_are_read_and_headings_and_blank_lines_skipped() {
        var read =
                CodeList.read("\ufeffcode;expires\r\nAAA-1; 2026-12-31\r\n\r\nBBB-2\n\"CCC-3\",\n");

        assertThat(read.errors()).isEmpty();
        assertThat(read.entries())
                .containsExactly(
                        new Entry("AAA-1", Optional.of(LocalDate.of(2026, 12, 31))),
                        new Entry("BBB-2", Optional.empty()),
                        new Entry("CCC-3", Optional.empty()));
    }

    @Test
    void every_faulty_line_is_named() {
        var read = CodeList.read("A;2026-13-01\nB\nB\n;2026-01-01");

        assertThat(read.errors())
                .containsExactly(
                        new LineError(1, Fault.NO_DATE),
                        new LineError(3, Fault.TWICE),
                        new LineError(4, Fault.EMPTY));
    }
}
