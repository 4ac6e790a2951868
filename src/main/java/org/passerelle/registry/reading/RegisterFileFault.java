package org.passerelle.registry.reading;

import org.passerelle.registry.ImportFault;

/// Ends the reading of a file that is not whole, from wherever it is noticed.
public final class RegisterFileFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ImportFault fault;

    public RegisterFileFault(ImportFault fault) {
        super(fault.toString());
        this.fault = fault;
    }

    public ImportFault fault() {
        return fault;
    }
}
