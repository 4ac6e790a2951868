package org.passerelle.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.passerelle.agenda.Agenda;
import org.passerelle.agenda.DueHandler;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Forgets kept answers after 30 days, as the description says.
@Component
class Forgetting implements DueHandler {
    private static final String KIND = "api.forgetting";
    private static final String SUBJECT = "daily";
    private static final Duration EVERY = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(30);

    private final Agenda agenda;
    private final KeptAnswers answers;
    private final Clock clock;

    Forgetting(Agenda agenda, KeptAnswers answers, Clock clock) {
        this.agenda = agenda;
        this.answers = answers;
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
        answers.forget(now.minus(KEPT));
        agenda.plan(KIND, SUBJECT, now.plus(EVERY));
    }
}
