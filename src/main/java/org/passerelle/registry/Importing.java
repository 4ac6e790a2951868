package org.passerelle.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.registry.ImportFault.Kind;
import org.passerelle.registry.domain.Description;
import org.passerelle.registry.domain.Imports;
import org.passerelle.registry.domain.Intake;
import org.passerelle.registry.domain.RecordReading;
import org.passerelle.registry.reading.Descriptions;
import org.passerelle.registry.reading.RegisterFile;
import org.passerelle.registry.reading.RegisterFileFault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings a register in from its files, whole or not at all, in one transaction (VER-08).
///
/// Memory does not grow with the files: records go to the database as they are read.
@Service
public class Importing {
    private static final int TELL_EVERY = 5_000;
    private static final int LINES_NAMED = 5;

    /// A register has a few records that nobody can be known by; many mean that it was misread.
    private static final int UNUSABLE_AT_LEAST = 10;

    private static final int UNUSABLE_PERCENT = 1;

    private final Descriptions descriptions;
    private final Imports imports;
    private final Intake intake;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Importing(
            Descriptions descriptions,
            Imports imports,
            Intake intake,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.descriptions = descriptions;
        this.imports = imports;
        this.intake = intake;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// Imports the files that together are one register. Whatever comes of it is remembered, unless
    /// it was a dry run; entries change only when it is [ImportOutcome.Imported].
    ///
    /// @throws IllegalArgumentException for a register that no description is there for
    public ImportOutcome run(ImportOrder order, Progress progress) {
        var description =
                descriptions
                        .of(order.register())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "No description of " + order.register()));
        var startedAt = clock.instant();
        var run = new Run(description, order, progress);
        ImportOutcome outcome;
        try {
            outcome =
                    java.util.Objects.requireNonNull(
                            transaction.execute(status -> {
                                var done = run.inTransaction(startedAt);
                                if (!(done instanceof ImportOutcome.Imported)) {
                                    status.setRollbackOnly();
                                }
                                return done;
                            }));
        } catch (RegisterFileFault e) {
            outcome = new ImportOutcome.Refused(e.fault());
        }
        if (!order.dryRun()) {
            remember(order, outcome, run.records, startedAt);
        }
        return outcome;
    }

    private void remember(ImportOrder order, ImportOutcome outcome, long read, Instant startedAt) {
        var nothing = new ImportFigures(read, 0, 0, 0, 0, 0, 0, List.of(), 0, 0);
        var figures =
                switch (outcome) {
                    case ImportOutcome.Imported(var done) -> done;
                    case ImportOutcome.Unchanged(var same) -> same;
                    case ImportOutcome.WouldImport(var would) -> would;
                    case ImportOutcome.Refused _ -> nothing;
                };
        var result =
                switch (outcome) {
                    case ImportOutcome.Imported _ -> ImportRecord.Result.IMPORTED;
                    case ImportOutcome.Unchanged _, ImportOutcome.WouldImport _ ->
                            ImportRecord.Result.UNCHANGED;
                    case ImportOutcome.Refused _ -> ImportRecord.Result.REFUSED;
                };
        var fault =
                outcome instanceof ImportOutcome.Refused(var why)
                        ? Optional.of(why)
                        : Optional.<ImportFault>empty();
        transaction.executeWithoutResult(_ ->
                imports.remember(
                        new ImportRecord(
                                order.register(),
                                order.files().stream().map(Importing::name).toList(),
                                order.asOf(),
                                result,
                                figures,
                                fault,
                                order.by(),
                                startedAt,
                                clock.instant())));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /// One import, from the first record to the last change.
    private final class Run {
        private final Description description;
        private final ImportOrder order;
        private final Progress progress;
        private final List<String> unusableLines = new ArrayList<>();
        private List<String> keptColumns = List.of();
        private long records;
        private long unusable;

        Run(Description description, ImportOrder order, Progress progress) {
            this.description = description;
            this.order = order;
            this.progress = progress;
        }

        ImportOutcome inTransaction(Instant now) {
            var register = order.register();
            var begun = intake.begin(register, description.scheme());
            if (begun.isEmpty()) {
                throw fault(Kind.RUNNING);
            }
            var installed = imports.installed(register);
            installed
                    .filter(there -> order.asOf().isBefore(there.asOf()))
                    .ifPresent(there -> {
                        throw fault(Kind.OLDER, there.asOf().toString());
                    });
            keptColumns = imports.keptColumns(register);
            var batch = begun.get();
            progress.began(Progress.Step.READING);
            try {
                order.files().forEach(file -> read(file, batch));
            } finally {
                batch.close();
            }
            progress.read(records);
            progress.began(Progress.Step.COMPARING);
            check(batch);
            progress.began(Progress.Step.WRITING);
            var taken = batch.take(order.asOf(), keptColumns);
            imports.install(
                    register, keptColumns, order.asOf(), taken.entries(), taken.active(), now);
            var figures =
                    new ImportFigures(
                            records,
                            taken.added(),
                            taken.changed(),
                            taken.gone(),
                            taken.back(),
                            taken.reread(),
                            unusable,
                            unusableLines,
                            taken.entries(),
                            taken.active());
            if (order.dryRun()) {
                return new ImportOutcome.WouldImport(figures);
            }
            var sameDay = installed.filter(there -> there.asOf().equals(order.asOf())).isPresent();
            return figures.changesNothing() && sameDay
                    ? new ImportOutcome.Unchanged(figures)
                    : new ImportOutcome.Imported(figures);
        }

        private void read(Path path, Intake.Batch batch) {
            try (var file =
                    new RegisterFile(path, description.encoding(), description.separator())) {
                var missing =
                        description.columnsNeeded().stream()
                                .filter(column -> !file.header().contains(column))
                                .toList();
                if (!missing.isEmpty()) {
                    throw new RegisterFileFault(
                            new ImportFault(
                                    Kind.COLUMNS_MISSING,
                                    file.name(),
                                    1,
                                    List.of(String.join(", ", missing))));
                }
                keptColumns = RecordReading.keptColumns(description, keptColumns, file.header());
                var reading = new RecordReading(description, file.header(), keptColumns);
                for (var fields = file.next(); !fields.isEmpty(); fields = file.next()) {
                    records++;
                    var entry = reading.read(fields);
                    if (entry.isPresent()) {
                        batch.add(entry.get(), file.name(), file.line());
                    } else {
                        leaveOut(file);
                    }
                    if (records % TELL_EVERY == 0) {
                        progress.read(records);
                    }
                }
            } catch (IOException e) {
                throw new RegisterFileFault(
                        new ImportFault(
                                Kind.UNREADABLE, name(path), 0, List.of(String.valueOf(e))));
            }
        }

        private void leaveOut(RegisterFile file) {
            unusable++;
            if (unusableLines.size() < LINES_NAMED) {
                unusableLines.add(file.name() + ":" + file.line());
            }
        }

        /// Refuses what can only be seen once all is read.
        private void check(Intake.Batch batch) {
            if (records == 0) {
                throw fault(Kind.EMPTY);
            }
            if (order.records().isPresent() && order.records().getAsLong() != records) {
                throw fault(
                        Kind.WRONG_RECORD_COUNT,
                        Long.toString(records),
                        Long.toString(order.records().getAsLong()));
            }
            if (unusable > Math.max(UNUSABLE_AT_LEAST, records * UNUSABLE_PERCENT / 100)) {
                throw fault(Kind.UNUSABLE, Long.toString(unusable), Long.toString(records));
            }
            batch.clash()
                    .ifPresent(twice -> {
                        throw new RegisterFileFault(
                                new ImportFault(
                                        Kind.NUMBER_TWICE,
                                        twice.file(),
                                        twice.line(),
                                        List.of(twice.number(), Long.toString(twice.otherLine()))));
                    });
            var loss = batch.loss();
            var percent = description.goneAtMostPercent();
            if (!order.acceptShrink() && loss.gone() * 100 > loss.entries() * percent) {
                throw fault(
                        Kind.SHRUNK,
                        Long.toString(loss.gone()),
                        Long.toString(loss.entries()),
                        Integer.toString(percent));
            }
            if (!order.acceptShrink()) {
                batch.hole()
                        .filter(Intake.Hole::isImplausible)
                        .ifPresent(hole -> {
                            throw fault(
                                    Kind.HOLE,
                                    Long.toString(hole.records()),
                                    hole.first(),
                                    hole.last());
                        });
            }
        }

        private RegisterFileFault fault(Kind kind, String... details) {
            return new RegisterFileFault(
                    new ImportFault(kind, name(order.files().getFirst()), 0, List.of(details)));
        }
    }
}
