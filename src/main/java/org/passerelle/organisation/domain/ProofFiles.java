package org.passerelle.organisation.domain;

import java.nio.file.Path;
import java.util.Optional;
import org.passerelle.organisation.HandOver;

/// Where the documents lie that show why staff gave a holder's role to another.
public interface ProofFiles {
    long LARGEST_BYTES = 10L * 1024 * 1024;

    /// Keeps a document; empty when it is none, is over [#LARGEST_BYTES], or by its bytes is
    /// neither PDF, PNG nor JPEG. It goes away again when the caller's transaction is not
    /// committed.
    Optional<HandOver.Proof> keep(String fileName, byte[] content);

    Path path(HandOver.Proof proof);
}
