package org.passerelle.verification;

import java.nio.file.Path;
import org.passerelle.kernel.GivenFile;

/// A document and where its bytes lie.
public record EvidenceFile(Evidence evidence, Path path) implements GivenFile {
    @Override
    public String fileName() {
        return evidence.fileName();
    }

    @Override
    public String mediaType() {
        return evidence.mediaType();
    }

    @Override
    public boolean mayShowInline() {
        return evidence.mayShowInline();
    }
}
