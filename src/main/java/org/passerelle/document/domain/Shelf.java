package org.passerelle.document.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.passerelle.document.Document;
import org.passerelle.document.Document.Scan;
import org.passerelle.document.DocumentId;
import org.passerelle.kernel.PersonId;

/// What is known of each document; the bytes themselves lie with [Files].
public interface Shelf {

    /// A document and the name its file has.
    record Shelved(Document document, String storedAs) {}

    void add(Shelved shelved, Optional<PersonId> by);

    /// Oldest first.
    List<Shelved> find(Collection<DocumentId> ids);

    /// Gives those that this person took in, and that no matter holds yet, to a matter.
    List<Document> hold(Optional<PersonId> by, Collection<DocumentId> ids, String matter);

    void scanned(DocumentId id, Scan scan);

    /// Has all that no scanner was asked about wait for one; answers which.
    List<DocumentId> awaitScan();

    /// All that wait for the scanner.
    List<DocumentId> waiting();

    /// Takes away a document that no matter holds; answers the name of its file.
    Optional<String> removeUnheld(DocumentId id);
}
