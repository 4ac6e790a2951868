package org.passerelle.agenda;

import static org.passerelle.agenda.store.generated.Tables.ENTRY;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Removes, once a day, entries that fell due thirty days ago or earlier: what they did is told by
/// whoever did it. Open entries stay however old they are.
@Component
class Forgetting implements DueHandler {
    static final String KIND = "agenda.forgetting";
    static final Duration KEPT = Duration.ofDays(30);

    private static final String SUBJECT = "daily";
    private static final Duration EVERY = Duration.ofDays(1);

    private final Agenda agenda;
    private final DSLContext db;
    private final Clock clock;

    Forgetting(Agenda agenda, DSLContext db, Clock clock) {
        this.agenda = agenda;
        this.db = db;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void planFirst() {
        if (agenda.due(KIND, SUBJECT).isEmpty()) {
            agenda.plan(KIND, SUBJECT, clock.instant().plus(EVERY));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fallDue(String subject, Instant due) {
        var now = clock.instant();
        db.deleteFrom(ENTRY)
                .where(ENTRY.FELL_DUE_AT.le(now.minus(KEPT).atOffset(ZoneOffset.UTC)))
                .execute();
        agenda.plan(KIND, SUBJECT, now.plus(EVERY));
    }
}
