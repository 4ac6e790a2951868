package org.passerelle.document.domain;

import java.nio.file.Path;

/// Looks for viruses in a file, or is not there to look.
public interface VirusScanner {
    /// Whether there is one to ask at all.
    boolean isSet();

    /// Whether it is there and would look.
    boolean answers();

    Verdict scan(Path file);

    /// What a scanner says of a file.
    sealed interface Verdict {
        /// No scanner is set.
        record NotAsked() implements Verdict {}

        record Clean() implements Verdict {}

        record Infected(String threat) implements Verdict {}

        /// One is set and gave no verdict.
        record NoAnswer(String why) implements Verdict {}
    }
}
