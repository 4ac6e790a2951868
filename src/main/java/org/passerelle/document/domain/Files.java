package org.passerelle.document.domain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Where the files lie, outside the database.
public interface Files {

    /// Takes a file in, reading no more than one byte over `atMostBytes`.
    ///
    /// @throws IOException when it cannot be read or written
    TakenIn takeIn(InputStream content, long atMostBytes) throws IOException;

    void delete(String storedAs);

    /// @throws IllegalArgumentException when the name is not one this folder gave
    Path path(String storedAs);

    /// A file taken in: `sizeBytes` over the bound means that it was cut there.
    record TakenIn(String storedAs, long sizeBytes, String sha256, String mediaType) {}
}
