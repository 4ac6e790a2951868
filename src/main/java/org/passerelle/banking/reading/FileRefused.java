package org.passerelle.banking.reading;

import java.util.List;
import org.passerelle.banking.FileFault;

/// Ends the reading of a file that is refused.
public final class FileRefused extends Exception {
    private final transient FileFault fault;

    FileRefused(FileFault.Kind kind, int line, String... details) {
        super(kind + " in line " + line);
        this.fault = new FileFault(kind, line, List.of(details));
    }

    public FileFault fault() {
        return fault;
    }
}
