package org.passerelle.registry.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.passerelle.registry.RegisterId;

/// The way of a file's records into the register: they are laid aside first, then compared with
/// what is there, then taken over, all in the caller's transaction.
public interface Intake {
    /// Begins an intake, alone on its register until the transaction ends; empty when another runs.
    Optional<Batch> begin(RegisterId register, String scheme);

    interface Batch {
        /// Lays a record aside.
        ///
        /// @param place file and line, to name it by
        void add(ReadEntry entry, String file, long line);

        /// Ends the adding.
        void close();

        /// Records that are there twice in the same words count once.
        ///
        /// @return a number that stands in two different records
        Optional<Twice> clash();

        /// How many entries stand in the register, and how many of them are not in the batch.
        Loss loss();

        /// The longest stretch of neighbours in the files before that are not in the batch.
        Optional<Hole> hole();

        /// Takes all over.
        ///
        /// @param keptColumns the columns whose values the records bring, in their order
        Taken take(LocalDate asOf, List<String> keptColumns);
    }

    record Twice(String number, String file, long line, long otherLine) {}

    record Loss(long entries, long gone) {}

    /// @param atTheEnd whether nothing of the files before stands behind it
    record Hole(long records, String first, String last, boolean atTheEnd) {
        /// Of 931 entries that left the largest register in a month four at most were neighbours.
        public static final int AT_MOST = 25;

        public static final int AT_THE_END_AT_MOST = 5;

        public boolean isImplausible() {
            return records > (atTheEnd ? AT_THE_END_AT_MOST : AT_MOST);
        }
    }

    record Taken(
            long added,
            long changed,
            long gone,
            long back,
            long reread,
            long entries,
            long active) {}
}
