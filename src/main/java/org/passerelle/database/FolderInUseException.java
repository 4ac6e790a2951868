package org.passerelle.database;

import java.nio.file.Path;

/// Another program uses this data folder: starting on it would corrupt what it keeps.
public final class FolderInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FolderInUseException(Path folder) {
        super("Another Passerelle already runs on the data in " + folder);
    }
}
