package org.passerelle.verification.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.document.DocumentId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.verification.Evidence;
import org.passerelle.verification.EvidenceId;

/// What is known of each document; the files themselves lie with `document`.
public interface EvidenceShelf {

    /// A document and the id that `document` gave it.
    record Shelved(Evidence evidence, String storedAs) {
        /// Empty for one of before there was `document` that was not moved there.
        public Optional<DocumentId> document() {
            return storedAs.startsWith("doc_")
                    ? Optional.of(DocumentId.of(storedAs))
                    : Optional.empty();
        }
    }

    void add(Shelved shelved);

    Optional<Shelved> find(EvidenceId id);

    Optional<Shelved> withDocument(DocumentId document);

    /// Loads for change: whoever else wants to waits.
    Optional<Shelved> lock(EvidenceId id);

    /// Those whose file does not lie with `document`.
    List<EvidenceId> elsewhere();

    void keepAs(EvidenceId id, DocumentId document);

    /// Oldest first, removed ones too.
    List<Evidence> of(OrganisationId organisation);

    /// The same of several organisations, with where each lies.
    List<Shelved> all(List<OrganisationId> organisations);

    void remove(EvidenceId id, Instant now);
}
