package org.passerelle.catalogue.domain;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.passerelle.catalogue.ImportOutcome.Fault;
import org.passerelle.catalogue.ImportOutcome.LineError;

/// A list of codes as a partner sends it: one a line, and after `;`, `,` or a tab the last day it
/// may be used (`2026-12-31`). A first line whose first word is `code` is a heading.
public record CodeList(List<Entry> entries, List<LineError> errors) {

    public record Entry(String code, Optional<LocalDate> expiresOn) {}

    public static CodeList read(String text) {
        var entries = new ArrayList<Entry>();
        var errors = new ArrayList<LineError>();
        var seen = new HashSet<String>();
        var number = 0;
        for (var line : text.replace("\ufeff", "").split("\\R")) {
            number++;
            var parts = line.strip().split("\\s*[;,\\t]\\s*", 2);
            var code = parts[0].replaceAll("^\"|\"$", "").strip();
            if (line.isBlank() || (number == 1 && code.equalsIgnoreCase("code"))) {
                continue;
            }
            if (code.isEmpty()) {
                errors.add(new LineError(number, Fault.EMPTY));
            } else if (!seen.add(code)) {
                errors.add(new LineError(number, Fault.TWICE));
            } else {
                try {
                    entries.add(new Entry(code, day(parts)));
                } catch (DateTimeParseException e) {
                    errors.add(new LineError(number, Fault.NO_DATE));
                }
            }
        }
        return new CodeList(List.copyOf(entries), List.copyOf(errors));
    }

    private static Optional<LocalDate> day(String[] parts) {
        if (parts.length < 2 || parts[1].isBlank()) {
            return Optional.empty();
        }
        return Optional.of(LocalDate.parse(parts[1].replaceAll("^\"|\"$", "").strip()));
    }
}
