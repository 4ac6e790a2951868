package org.passerelle.kernel;

import java.nio.file.Path;

/// A file that somebody gave and others may be handed.
public interface GivenFile {
    /// Where its bytes lie.
    Path path();

    String fileName();

    /// Of the bytes as sniffed, never as claimed.
    String mediaType();

    /// Whether a browser may show it; else it saves it.
    boolean mayShowInline();
}
