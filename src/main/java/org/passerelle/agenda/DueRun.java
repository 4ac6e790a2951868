package org.passerelle.agenda;

import static java.util.stream.Collectors.toMap;
import static org.passerelle.agenda.store.generated.Tables.ENTRY;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.passerelle.agenda.store.generated.tables.records.EntryRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Calls the handlers of what fell due, earliest first. Every node runs one; an entry is locked by
/// the node that takes it, so the others pass it by.
@Component
@EnableScheduling
public class DueRun {
    private static final Logger LOG = LoggerFactory.getLogger(DueRun.class);
    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1),
                    Duration.ofHours(6),
                    Duration.ofDays(1));

    /// Shorter than the second after which PostgreSQL looks for deadlocks: when a handler and
    /// somebody at a page wait for each other, it is the handler that gives way and comes back.
    private static final String WAIT_AT_MOST = "set local lock_timeout = '700ms'";

    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Supplier<List<DueHandler>> source;
    private volatile @Nullable Map<String, DueHandler> handlers;

    @Autowired
    DueRun(
            DSLContext db,
            PlatformTransactionManager transactions,
            Clock clock,
            ObjectProvider<DueHandler> handlers) {
        this(db, transactions, clock, () -> handlers.stream().toList());
    }

    DueRun(
            DSLContext db,
            PlatformTransactionManager transactions,
            Clock clock,
            Supplier<List<DueHandler>> handlers) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.source = handlers;
    }

    @Scheduled(fixedDelayString = "${passerelle.agenda.every:1s}", initialDelayString = "2s")
    void poll() {
        try {
            runAll();
        } catch (RuntimeException e) {
            LOG.warn("The agenda could not be read; it is tried again", e);
        }
    }

    /// Runs everything that is due now, including what handlers plan meanwhile.
    ///
    /// @return how many entries fell due
    public int runAll() {
        var count = 0;
        for (var outcome = runOne(); outcome != Outcome.NOTHING; outcome = runOne()) {
            count += outcome == Outcome.FELL_DUE ? 1 : 0;
        }
        return count;
    }

    private enum Outcome {
        NOTHING,
        FELL_DUE,
        FAILED
    }

    private Outcome runOne() {
        var taken = new Taken();
        try {
            return java.util.Objects.requireNonNull(transaction.execute(_ -> runNext(taken)));
        } catch (RuntimeException | Error failure) {
            if (taken.entry == null) {
                throw failure;
            }
            putOff(taken.entry, failure);
            return Outcome.FAILED;
        }
    }

    private static final class Taken {
        @Nullable EntryRecord entry;
    }

    private Outcome runNext(Taken taken) {
        db.execute(WAIT_AT_MOST);
        var entry =
                db.selectFrom(ENTRY)
                        .where(
                                ENTRY.FELL_DUE_AT.isNull(),
                                ENTRY.NEXT_TRY.le(now()),
                                ENTRY.KIND.in(handlers().keySet()))
                        .orderBy(ENTRY.DUE, ENTRY.PLANNED_AT)
                        .limit(1)
                        .forUpdate()
                        .skipLocked()
                        .fetchOne();
        if (entry == null) {
            return Outcome.NOTHING;
        }
        taken.entry = entry;
        // Closed before the handler runs, so that the handler may plan the same kind and subject
        // anew.
        db.update(ENTRY)
                .set(ENTRY.FELL_DUE_AT, now())
                .setNull(ENTRY.PROBLEM)
                .where(ENTRY.ID.eq(entry.getId()))
                .execute();
        java.util.Objects.requireNonNull(handlers().get(entry.getKind()))
                .fallDue(entry.getSubject(), entry.getDue().toInstant());
        return Outcome.FELL_DUE;
    }

    private void putOff(EntryRecord entry, Throwable failure) {
        var attempts = entry.getAttempts() + 1;
        var pause = PAUSES.get(Math.min(attempts, PAUSES.size()) - 1);
        LOG.warn(
                "{} for {} failed, attempt {}; again in {}",
                entry.getKind(),
                entry.getSubject(),
                attempts,
                pause,
                failure);
        UUID id = entry.getId();
        transaction.executeWithoutResult(_ ->
                db.update(ENTRY)
                        .set(ENTRY.ATTEMPTS, attempts)
                        .set(ENTRY.NEXT_TRY, now().plus(pause))
                        .set(ENTRY.PROBLEM, failure.toString())
                        .where(ENTRY.ID.eq(id), ENTRY.FELL_DUE_AT.isNull())
                        .execute());
    }

    private Map<String, DueHandler> handlers() {
        var known = handlers;
        if (known == null) {
            known = source.get().stream().collect(toMap(DueHandler::kind, handler -> handler));
            handlers = known;
        }
        return known;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
