package org.passerelle.agenda;

import static org.passerelle.agenda.store.generated.Tables.ENTRY;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face of the agenda module: what is due when. Whatever is planned or cancelled belongs to the
/// caller's transaction.
@Service
@Transactional
public class Agenda {
    private final DSLContext db;
    private final Clock clock;

    Agenda(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// One entry.
    ///
    /// @param fellDueAt when its handler ran; empty while it is open
    /// @param problem why its handler failed, if it did
    public record Entry(
            String kind,
            String subject,
            Instant due,
            Optional<Instant> fellDueAt,
            int attempts,
            Optional<String> problem) {}

    /// Has the handler of `kind` called for `subject` once the clock passes `due`. An open entry of
    /// the same kind and subject is moved to the new time.
    public void plan(String kind, String subject, Instant due) {
        var when = OffsetDateTime.ofInstant(due, ZoneOffset.UTC);
        db.insertInto(ENTRY)
                .set(ENTRY.ID, UUID.randomUUID())
                .set(ENTRY.KIND, kind)
                .set(ENTRY.SUBJECT, subject)
                .set(ENTRY.DUE, when)
                .set(ENTRY.NEXT_TRY, when)
                .set(ENTRY.PLANNED_AT, now())
                .onConflict(ENTRY.KIND, ENTRY.SUBJECT)
                .where(ENTRY.FELL_DUE_AT.isNull())
                .doUpdate()
                .set(ENTRY.DUE, when)
                .set(ENTRY.NEXT_TRY, when)
                .set(ENTRY.PLANNED_AT, now())
                .set(ENTRY.ATTEMPTS, 0)
                .setNull(ENTRY.PROBLEM)
                .execute();
    }

    /// Forgets the open entry of this kind and subject, if there is one.
    public void cancel(String kind, String subject) {
        db.deleteFrom(ENTRY)
                .where(ENTRY.KIND.eq(kind), ENTRY.SUBJECT.eq(subject), ENTRY.FELL_DUE_AT.isNull())
                .execute();
    }

    /// When the open entry of this kind and subject falls due.
    @Transactional(readOnly = true)
    public Optional<Instant> due(String kind, String subject) {
        return db.select(ENTRY.DUE)
                .from(ENTRY)
                .where(ENTRY.KIND.eq(kind), ENTRY.SUBJECT.eq(subject), ENTRY.FELL_DUE_AT.isNull())
                .fetchOptional(ENTRY.DUE)
                .map(OffsetDateTime::toInstant);
    }

    /// What comes next, soonest first.
    @Transactional(readOnly = true)
    public List<Entry> ahead(int limit) {
        return list(ENTRY.FELL_DUE_AT.isNull(), ENTRY.DUE.asc(), limit);
    }

    /// What fell due since a moment of the clock, in the order it happened.
    @Transactional(readOnly = true)
    public List<Entry> fellDueSince(Instant since, int limit) {
        var from = OffsetDateTime.ofInstant(since, ZoneOffset.UTC);
        return list(ENTRY.FELL_DUE_AT.ge(from), ENTRY.FELL_DUE_AT.asc(), limit);
    }

    private List<Entry> list(Condition condition, org.jooq.SortField<?> order, int limit) {
        return db.selectFrom(ENTRY)
                .where(condition)
                .orderBy(order, ENTRY.DUE.asc(), ENTRY.ID.asc())
                .limit(limit)
                .fetch(row ->
                        new Entry(
                                row.getKind(),
                                row.getSubject(),
                                row.getDue().toInstant(),
                                Optional.ofNullable(row.getFellDueAt())
                                        .map(OffsetDateTime::toInstant),
                                row.getAttempts(),
                                Optional.ofNullable(row.getProblem())));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
