package org.passerelle.document;

import java.nio.file.Path;
import org.passerelle.kernel.GivenFile;

/// A document that may be served, and where its bytes lie.
public record StoredFile(Document document, Path path) implements GivenFile {
    @Override
    public String fileName() {
        return document.fileName();
    }

    @Override
    public String mediaType() {
        return document.mediaType();
    }

    @Override
    public boolean mayShowInline() {
        return document.mayShowInline();
    }
}
