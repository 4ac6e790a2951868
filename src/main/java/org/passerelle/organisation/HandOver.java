package org.passerelle.organisation;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.document.Document;
import org.passerelle.document.DocumentId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;

/// The account holder's role on its way from one person to another (ACC-05).
///
/// Proposed by the holder it waits for the other's word and lapses at `due`. Begun by staff,
/// because the holder has left, it takes effect at `due` unless the holder stops it.
public record HandOver(
        HandOverId id,
        OrganisationId organisation,
        PersonId from,
        PersonId to,
        State state,
        Instant begun,
        Instant due,
        Optional<ByStaff> byStaff) {

    public enum State {
        OPEN,
        DONE,
        DECLINED,
        WITHDRAWN,
        /// The holder who was said to have left is there.
        STOPPED,
        LAPSED
    }

    /// Who began it, why, and the document that shows it.
    public record ByStaff(PersonId staff, String reason, Proof proof) {}

    /// @param mediaType what its bytes are, whatever its name says
    /// @param storedAs the id of the document; before there were such, the name of a file
    public record Proof(String fileName, String mediaType, String storedAs) {
        static Proof of(Document document) {
            return new Proof(document.fileName(), document.mediaType(), document.id().toString());
        }

        /// Empty for one that was not moved from where it lay once.
        public Optional<DocumentId> document() {
            return storedAs.startsWith("doc_")
                    ? Optional.of(DocumentId.of(storedAs))
                    : Optional.empty();
        }
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
