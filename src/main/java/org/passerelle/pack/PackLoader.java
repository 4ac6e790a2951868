package org.passerelle.pack;

import java.nio.file.Path;
import org.passerelle.pack.reading.PackReader;

/// Reads a pack from its folder. Pure but for reading files: the command line uses it too.
public final class PackLoader {
    private PackLoader() {}

    /// Reads and checks the pack in `folder` and the packs it builds on, which lie beside it. Reads
    /// all files before it answers, so that one run shows everything that is wrong (OPS-02).
    public static LoadOutcome load(Path folder) {
        return PackReader.read(folder);
    }
}
