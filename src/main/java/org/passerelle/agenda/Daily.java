package org.passerelle.agenda;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/// What a module does once a day, for ever: planned when the product starts, unless it is planned
/// already, and again after each run. A bean of the module that wants it.
public final class Daily implements DueHandler {
    private static final String SUBJECT = "daily";
    private static final Duration EVERY = Duration.ofDays(1);

    private final String kind;
    private final Agenda agenda;
    private final Clock clock;
    private final Consumer<Instant> act;

    /// @param act is given the present time, and runs in the transaction that plans the next day
    public Daily(String kind, Agenda agenda, Clock clock, Consumer<Instant> act) {
        this.kind = kind;
        this.agenda = agenda;
        this.clock = clock;
        this.act = act;
    }

    /// Plans the first run, a day from now.
    @EventListener(ApplicationReadyEvent.class)
    public void planFirst() {
        if (agenda.due(kind, SUBJECT).isEmpty()) {
            agenda.plan(kind, SUBJECT, clock.instant().plus(EVERY));
        }
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public void fallDue(String subject, Instant due) {
        var now = clock.instant();
        act.accept(now);
        agenda.plan(kind, subject, now.plus(EVERY));
    }
}
