package org.passerelle.document;

import java.time.Instant;
import org.passerelle.agenda.DueHandler;
import org.springframework.stereotype.Component;

/// What falls due for documents.
final class Later {
    private Later() {}

    @Component
    static class ScanAgain implements DueHandler {
        private final Documents documents;

        ScanAgain(Documents documents) {
            this.documents = documents;
        }

        @Override
        public String kind() {
            return Documents.SCAN;
        }

        @Override
        public void fallDue(String subject, Instant due) {
            documents.scanAgain(DocumentId.of(subject));
        }
    }

    @Component
    static class ThrowAway implements DueHandler {
        private final Documents documents;

        ThrowAway(Documents documents) {
            this.documents = documents;
        }

        @Override
        public String kind() {
            return Documents.THROW_AWAY;
        }

        @Override
        public void fallDue(String subject, Instant due) {
            documents.throwAway(DocumentId.of(subject));
        }
    }
}
