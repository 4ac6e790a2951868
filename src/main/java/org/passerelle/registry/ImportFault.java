package org.passerelle.registry;

import java.util.List;

/// Why files were refused, whole, with nothing changed.
///
/// @param file the file's name, without its folder
/// @param line where in it the fault was seen, from 1; 0 when it is no line's
/// @param details figures and words of the fault, in the order of its kind
public record ImportFault(Kind kind, String file, long line, List<String> details) {
    public ImportFault {
        details = List.copyOf(details);
    }

    public enum Kind {
        /// The compressed file, a quoted field or the last line ends in the middle.
        CUT,
        /// Details: fields found, fields expected.
        WRONG_COLUMN_COUNT,
        /// Details: the columns that are missing.
        COLUMNS_MISSING,
        /// Details: the encoding it should be in.
        NOT_IN_ENCODING,
        /// A character that no register holds: the file is damaged.
        DAMAGED,
        /// One number, two different records. Details: the number, the other line.
        NUMBER_TWICE,
        /// Too many records without a number. Details: how many, of how many.
        UNUSABLE,
        /// Details: how many are gone, of how many, the percentage allowed.
        SHRUNK,
        /// A stretch of the file before is missing: cut at a line's end. Details: how many records
        /// in a row, the first and the last of them.
        HOLE,
        /// Details: how many records were read, how many there should be.
        WRONG_RECORD_COUNT,
        /// Details: the date of what is installed.
        OLDER,
        /// Nothing in it.
        EMPTY,
        /// Another import of the same register runs.
        RUNNING,
        /// Details: what the system says.
        UNREADABLE
    }
}
