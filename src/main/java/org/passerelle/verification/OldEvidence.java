package org.passerelle.verification;

import java.nio.file.Path;
import org.passerelle.document.Documents;
import org.passerelle.verification.domain.Cases;
import org.passerelle.verification.domain.EvidenceShelf;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives the evidence of data folders from before there was `document` to that module. What is not
/// there any more, or is no document, stays named and cannot be opened.
@Component
class OldEvidence {
    private static final String NAME = "[0-9a-f]{2}/[0-9a-f-]{36}";

    private final EvidenceShelf shelf;
    private final Cases cases;
    private final Documents documents;
    private final TransactionTemplate transaction;
    private final Path folder;

    OldEvidence(
            EvidenceShelf shelf,
            Cases cases,
            Documents documents,
            PlatformTransactionManager transactions,
            @Value("${passerelle.data-folder}") Path data) {
        this.shelf = shelf;
        this.cases = cases;
        this.documents = documents;
        this.transaction = new TransactionTemplate(transactions);
        this.folder = data.resolve("evidence");
    }

    /// One by one, so that one that cannot be moved keeps no other back.
    @EventListener(ApplicationReadyEvent.class)
    void move() {
        shelf.elsewhere().forEach(id -> transaction.executeWithoutResult(_ -> move(id)));
    }

    private void move(EvidenceId id) {
        var old = shelf.lock(id).filter(one -> one.document().isEmpty());
        if (old.isEmpty() || !old.get().storedAs().matches(NAME)) {
            return;
        }
        var evidence = old.get().evidence();
        var number = cases.find(evidence.caseId()).orElseThrow().qualification().file().number();
        documents
                .adopt(folder.resolve(old.get().storedAs()), evidence.fileName(), "case " + number)
                .ifPresent(document -> shelf.keepAs(id, document.id()));
    }
}
