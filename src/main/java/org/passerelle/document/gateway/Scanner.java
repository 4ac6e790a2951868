package org.passerelle.document.gateway;

import java.nio.file.Path;
import java.util.Optional;
import org.passerelle.document.domain.VirusScanner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The scanner that the setting `passerelle.virus-scanner` names, or none, which the start says.
@Component
class Scanner implements VirusScanner {
    private static final Logger LOG = LoggerFactory.getLogger(Scanner.class);

    private final Optional<Clamd> daemon;

    Scanner(@Value("${passerelle.virus-scanner:}") String address) {
        daemon = address.isBlank() ? Optional.empty() : Optional.of(new Clamd(address.strip()));
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayAtStart() {
        if (daemon.isEmpty()) {
            LOG.info("Documents are not scanned for viruses: passerelle.virus-scanner is not set");
        } else if (daemon.get().answers()) {
            LOG.info("Documents are scanned for viruses");
        } else {
            LOG.warn(
                    "The virus scanner does not answer: documents are kept and not shown until it"
                            + " does");
        }
    }

    @Override
    public boolean isSet() {
        return daemon.isPresent();
    }

    @Override
    public boolean answers() {
        return daemon.map(Clamd::answers).orElse(true);
    }

    @Override
    public Verdict scan(Path file) {
        return daemon.map(scanner -> scanner.scan(file)).orElseGet(Verdict.NotAsked::new);
    }
}
