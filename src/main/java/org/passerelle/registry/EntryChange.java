package org.passerelle.registry;

import java.time.LocalDate;
import java.util.List;

/// One thing that happened to an entry, by the date of the file that said so.
public record EntryChange(LocalDate asOf, Kind kind, List<FieldChange> fields) {

    public EntryChange {
        fields = List.copyOf(fields);
    }

    public enum Kind {
        /// First seen.
        NEW,
        CHANGED,
        /// It no longer stood in the file.
        GONE,
        BACK
    }

    /// A column, with what stood there and what stands there now.
    public record FieldChange(String column, String before, String after) {}
}
