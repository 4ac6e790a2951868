package org.passerelle.organisation;

import java.nio.file.Path;
import org.passerelle.document.Documents;
import org.passerelle.organisation.HandOver.Proof;
import org.passerelle.organisation.domain.Memberships;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives the proofs of replacements that lie in a folder of their own, as they did once, to
/// `document`: they are scanned and bounded there like all others.
@Component
class OldProofs {
    private static final String NAME = "[0-9a-f-]{36}";

    private final Memberships memberships;
    private final Documents documents;
    private final TransactionTemplate transaction;
    private final Path folder;

    OldProofs(
            Memberships memberships,
            Documents documents,
            PlatformTransactionManager transactions,
            @Value("${passerelle.data-folder}") Path data) {
        this.memberships = memberships;
        this.documents = documents;
        this.transaction = new TransactionTemplate(transactions);
        this.folder = data.resolve("hand-over");
    }

    /// One by one, so that one that cannot be moved keeps no other back.
    @EventListener(ApplicationReadyEvent.class)
    void move() {
        memberships
                .withProofsElsewhere()
                .forEach(id -> transaction.executeWithoutResult(_ -> move(id)));
    }

    private void move(HandOverId id) {
        memberships
                .lockHandOver(id)
                .flatMap(HandOver::byStaff)
                .map(HandOver.ByStaff::proof)
                .filter(proof -> proof.document().isEmpty() && proof.storedAs().matches(NAME))
                .ifPresent(proof ->
                        documents
                                .adopt(
                                        folder.resolve(proof.storedAs()),
                                        proof.fileName(),
                                        HandingOver.matter(id))
                                .ifPresent(
                                        document -> memberships.keepProof(id, Proof.of(document))));
    }
}
