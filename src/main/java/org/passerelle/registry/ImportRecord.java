package org.passerelle.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One import as it is remembered, refused ones too.
public record ImportRecord(
        RegisterId register,
        List<String> files,
        LocalDate asOf,
        Result result,
        ImportFigures figures,
        Optional<ImportFault> fault,
        String by,
        Instant startedAt,
        Instant finishedAt) {
    public ImportRecord {
        files = List.copyOf(files);
    }

    public enum Result {
        IMPORTED,
        UNCHANGED,
        REFUSED
    }
}
