package org.passerelle.pack;

import java.nio.file.Path;
import java.util.List;

/// A pack that should be installed is wrong, so the program does not start: it never serves rules
/// that nobody meant.
class PacksRefused extends RuntimeException {
    private final List<String> errors;
    private final Path folder;

    PacksRefused(Path folder, List<String> errors) {
        super(String.join(System.lineSeparator(), errors));
        this.errors = List.copyOf(errors);
        this.folder = folder;
    }

    List<String> errors() {
        return errors;
    }

    Path folder() {
        return folder;
    }
}
