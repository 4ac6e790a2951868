package org.passerelle.document;

import org.passerelle.agenda.DueHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What falls due for documents.
@Configuration(proxyBeanMethods = false)
class Later {
    @Bean
    DueHandler scanAgain(Documents documents) {
        return DueHandler.of(Documents.SCAN, (id, _) -> documents.scanAgain(DocumentId.of(id)));
    }

    @Bean
    DueHandler lookForScanner(Documents documents) {
        return DueHandler.of(Documents.SCANNER, (_, _) -> documents.lookForScanner());
    }

    @Bean
    DueHandler throwAway(Documents documents) {
        return DueHandler.of(
                Documents.THROW_AWAY, (id, _) -> documents.throwAway(DocumentId.of(id)));
    }
}
