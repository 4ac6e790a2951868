package org.passerelle.pack;

import java.util.NoSuchElementException;
import org.passerelle.kernel.OfficeId;

/// No pack of this name is installed.
public class PackNotFound extends NoSuchElementException {
    public PackNotFound(OfficeId office) {
        super("No pack '" + office + "' is installed");
    }
}
