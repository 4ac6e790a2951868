package org.passerelle.catalogue;

import java.util.List;

/// What an import of codes did.
public sealed interface ImportOutcome {
    /// `known` codes were there already and stay as they are.
    record Imported(int added, int known) implements ImportOutcome {}

    /// Nothing was written; every faulty line, counted from one.
    record Refused(List<LineError> errors) implements ImportOutcome {}

    record LineError(int line, Fault fault) {}

    enum Fault {
        EMPTY,
        NO_DATE,
        TWICE
    }
}
