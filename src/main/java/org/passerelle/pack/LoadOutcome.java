package org.passerelle.pack;

import java.util.List;
import org.passerelle.pack.model.Pack;

/// What came of reading a pack: all of it, or all that is wrong with it and nothing else.
public sealed interface LoadOutcome {

    record Loaded(Pack pack) implements LoadOutcome {}

    /// A right pack without an office, which others build on: it cannot be installed or tried.
    record Library(String name, int activities, int currencies, String hash)
            implements LoadOutcome {}

    /// Every error of every file, in the order of files and lines; never empty.
    record Refused(List<PackError> errors) implements LoadOutcome {}
}
