package org.passerelle.registry;

import java.util.List;

/// Descriptions of registers that cannot be used, each fault with its file.
public final class DescriptionFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DescriptionFault(List<String> faults) {
        super(String.join("\n", faults));
    }
}
