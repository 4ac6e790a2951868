package org.passerelle.document;

import java.time.Instant;
import java.util.Optional;

/// A file somebody gave. `mediaType` is what its bytes are, whatever its name says; `heldFor` names
/// the matter that keeps it, if one does yet.
public record Document(
        DocumentId id,
        String fileName,
        String mediaType,
        long sizeBytes,
        String sha256,
        Instant taken,
        Optional<String> heldFor,
        Scan scan) {

    /// What the virus scanner says.
    public sealed interface Scan {
        /// No scanner was set when it was taken.
        record NotAsked() implements Scan {}

        /// The scanner did not answer: it is kept, not served, and scanned again later.
        record Waiting() implements Scan {}

        record Clean(Instant at) implements Scan {}

        /// Found when it was scanned later; the file is gone.
        record Infected(Instant at, String threat) implements Scan {}

        /// Whether the file may leave the house.
        default boolean mayBeServed() {
            return switch (this) {
                case NotAsked _, Clean _ -> true;
                case Waiting _, Infected _ -> false;
            };
        }
    }

    /// Whether a browser may show it, sandboxed, instead of saving it.
    public boolean mayShowInline() {
        return mediaType.startsWith("image/") || mediaType.equals("application/pdf");
    }
}
