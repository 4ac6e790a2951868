package org.passerelle.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.passerelle.agenda.Agenda;
import org.passerelle.document.Document.Scan;
import org.passerelle.document.domain.DocumentRule;
import org.passerelle.document.domain.Files;
import org.passerelle.document.domain.Files.TakenIn;
import org.passerelle.document.domain.Shelf;
import org.passerelle.document.domain.Shelf.Shelved;
import org.passerelle.document.domain.VirusScanner;
import org.passerelle.document.domain.VirusScanner.Verdict;
import org.passerelle.kernel.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Face of the document module: takes files in and gives them out.
///
/// Who may see a document is asked by whoever holds it.
@Service
public class Documents {
    static final String SCAN = "document.scan";
    static final String SCANNER = "document.scanner";
    private static final String ONLY = "only";
    static final String THROW_AWAY = "document.throw-away";

    private static final Duration SCAN_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final Duration LOOKS_WHILE_BACK = Duration.ofHours(1);
    private static final Duration UNHELD_FOR = Duration.ofDays(1);
    private static final long MEGA = 1024L * 1024;
    private static final int LARGEST_ADOPTED_MEGABYTES = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

    private final Shelf shelf;
    private final Files files;
    private final VirusScanner scanner;
    private final Agenda agenda;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Documents(
            Shelf shelf,
            Files files,
            VirusScanner scanner,
            Agenda agenda,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.shelf = shelf;
        this.files = files;
        this.scanner = scanner;
        this.agenda = agenda;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// Takes a file in, by what its bytes are and not by its name, and has it scanned. Nobody holds
    /// it yet: what is not given to a matter within a day is thrown away. A file that reaches the
    /// scanner before a transaction was begun holds no connection meanwhile.
    ///
    /// @param by who uploads, so that nobody else can put it to a matter of theirs
    public TakeOutcome take(
            Optional<PersonId> by, String fileName, InputStream content, int largestMegabytes) {
        var largest = largestMegabytes * MEGA;
        var taken = takeIn(content, largest);
        var kept = false;
        try {
            var refusal = DocumentRule.refusal(taken, largest);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            var now = clock.instant();
            var scan =
                    switch (scanner.scan(files.path(taken.storedAs()))) {
                        case Verdict.NotAsked _ -> new Scan.NotAsked();
                        case Verdict.Clean _ -> new Scan.Clean(now);
                        case Verdict.NoAnswer _ -> new Scan.Waiting();
                        case Verdict.Infected(var threat) -> new Scan.Infected(now, threat);
                    };
            if (scan instanceof Scan.Infected(_, var threat)) {
                return new TakeOutcome.Infected(threat);
            }
            var document =
                    new Document(
                            DocumentId.random(),
                            DocumentRule.safeName(fileName),
                            taken.mediaType(),
                            taken.sizeBytes(),
                            taken.sha256(),
                            now,
                            Optional.empty(),
                            scan);
            var shelved = new Shelved(document, taken.storedAs());
            transaction.executeWithoutResult(_ -> keep(shelved, by));
            kept = true;
            return new TakeOutcome.Taken(document);
        } finally {
            if (!kept) {
                files.delete(taken.storedAs());
            }
        }
    }

    private TakenIn takeIn(InputStream content, long largest) {
        try {
            return files.takeIn(content, largest);
        } catch (IOException e) {
            throw new UncheckedIOException("A document could not be kept", e);
        }
    }

    private void keep(Shelved shelved, Optional<PersonId> by) {
        deleteUnlessCommitted(shelved.storedAs());
        shelf.add(shelved, by);
        var id = shelved.document().id().toString();
        agenda.plan(THROW_AWAY, id, clock.instant().plus(UNHELD_FOR));
        if (shelved.document().scan() instanceof Scan.Waiting) {
            var soon = clock.instant().plus(SCAN_AGAIN_AFTER);
            agenda.plan(SCAN, id, soon);
            if (agenda.due(SCANNER, ONLY).isEmpty()) {
                agenda.plan(SCANNER, ONLY, soon);
            }
        }
    }

    private void deleteUnlessCommitted(String storedAs) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        if (status != STATUS_COMMITTED) {
                            files.delete(storedAs);
                        }
                    }
                });
    }

    /// Gives documents to a matter, such as `change 1001`: only those that `by` took in and that no
    /// matter holds yet. Answers those that were given, oldest first.
    @Transactional
    public List<Document> hold(Optional<PersonId> by, Collection<DocumentId> ids, String matter) {
        var held = shelf.hold(by, ids, matter);
        held.forEach(document -> agenda.cancel(THROW_AWAY, document.id().toString()));
        return held;
    }

    /// Oldest first; those that are not there are left out.
    @Transactional(readOnly = true)
    public List<Document> all(Collection<DocumentId> ids) {
        return shelf.find(ids).stream().map(Shelved::document).toList();
    }

    @Transactional(readOnly = true)
    public Optional<Document> find(DocumentId id) {
        return all(List.of(id)).stream().findFirst();
    }

    /// A document with its file, if it may be served and the file is there.
    @Transactional(readOnly = true)
    public Optional<StoredFile> open(DocumentId id) {
        return shelf.find(List.of(id)).stream()
                .filter(one -> one.document().scan().mayBeServed())
                .map(one -> new StoredFile(one.document(), files.path(one.storedAs())))
                .filter(file -> java.nio.file.Files.exists(file.path()))
                .findFirst();
    }

    /// Takes over a file that lay elsewhere before there was this module, and gives it to a matter.
    /// Empty when it is not there, or is none that is taken; then it stays where it is.
    @Transactional
    public Optional<Document> adopt(Path file, String fileName, String matter) {
        if (!java.nio.file.Files.exists(file)) {
            return Optional.empty();
        }
        try (var content = java.nio.file.Files.newInputStream(file)) {
            var nobody = Optional.<PersonId>empty();
            var outcome = take(nobody, fileName, content, LARGEST_ADOPTED_MEGABYTES);
            if (!(outcome instanceof TakeOutcome.Taken(var document))) {
                LOG.warn("A document of {} is not taken over: {}", matter, outcome);
                return Optional.empty();
            }
            afterCommit(() -> deleteAdopted(file));
            return hold(nobody, List.of(document.id()), matter).stream().findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("A document could not be taken over", e);
        }
    }

    private static void deleteAdopted(Path file) {
        try {
            java.nio.file.Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where a scanner is set now, has everything scanned that was taken in while there was none;
    /// until then it is kept back.
    @EventListener(ApplicationReadyEvent.class)
    void scanWhatNeverWas() {
        if (scanner.isSet()) {
            transaction.executeWithoutResult(_ -> {
                var waiting = shelf.awaitScan();
                waiting.forEach(id -> agenda.plan(SCAN, id.toString(), clock.instant()));
                if (!waiting.isEmpty()) {
                    LOG.info("{} documents taken in unscanned are scanned now", waiting.size());
                }
                agenda.plan(SCANNER, ONLY, clock.instant());
            });
        }
    }

    /// Looks every minute whether the scanner is back while documents wait for it: the pauses with
    /// which each is tried again grow to a day, and nobody is to wait that long for a scanner that
    /// answers. Once it is back all are scanned.
    void lookForScanner() {
        var waiting = shelf.waiting();
        if (waiting.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var back = scanner.answers();
        if (back) {
            waiting.forEach(id -> agenda.plan(SCAN, id.toString(), now));
        }
        agenda.plan(SCANNER, ONLY, now.plus(back ? LOOKS_WHILE_BACK : SCAN_AGAIN_AFTER));
    }

    /// Scans what could not be scanned when it came.
    ///
    /// @throws IllegalStateException when there is still no answer, so that it is tried again
    void scanAgain(DocumentId id) {
        for (var one : shelf.find(List.of(id))) {
            if (!(one.document().scan() instanceof Scan.Waiting)) {
                continue;
            }
            var now = clock.instant();
            switch (scanner.scan(files.path(one.storedAs()))) {
                case Verdict.Clean _ -> shelf.scanned(id, new Scan.Clean(now));
                case Verdict.NotAsked _ -> shelf.scanned(id, new Scan.NotAsked());
                case Verdict.Infected(var threat) -> {
                    shelf.scanned(id, new Scan.Infected(now, threat));
                    deleteWhenCommitted(one.storedAs());
                    events.publishEvent(
                            new InfectedFound(
                                    id,
                                    one.document().fileName(),
                                    one.document().heldFor(),
                                    threat));
                }
                case Verdict.NoAnswer(var why) ->
                        throw new IllegalStateException("No verdict of the virus scanner: " + why);
            }
        }
    }

    /// Has a document thrown away that no matter holds any more.
    @Transactional
    public void letGo(DocumentId id) {
        agenda.plan(THROW_AWAY, id.toString(), clock.instant());
    }

    /// Throws a document away that nobody put to a matter.
    void throwAway(DocumentId id) {
        shelf.removeUnheld(id).ifPresent(this::deleteWhenCommitted);
    }

    private void deleteWhenCommitted(String storedAs) {
        afterCommit(() -> files.delete(storedAs));
    }

    private static void afterCommit(Runnable act) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        act.run();
                    }
                });
    }
}
