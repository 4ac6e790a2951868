package org.passerelle.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.passerelle.agenda.Agenda;
import org.passerelle.agenda.DueHandler;
import org.passerelle.identity.domain.EmailChanges;
import org.passerelle.identity.domain.PendingAccounts;
import org.passerelle.identity.domain.ResetLinks;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Forgets, once a day, what strangers left behind: accounts never confirmed, links never used,
/// counts of tries that are long over.
@Component
class Tidying implements DueHandler {
    private static final String KIND = "identity.tidying";
    private static final String SUBJECT = "daily";
    private static final Duration EVERY = Duration.ofDays(1);

    private final Agenda agenda;
    private final PendingAccounts registrations;
    private final ResetLinks links;
    private final EmailChanges emails;
    private final Attempts attempts;
    private final Clock clock;

    Tidying(
            Agenda agenda,
            PendingAccounts registrations,
            ResetLinks links,
            EmailChanges emails,
            Attempts attempts,
            Clock clock) {
        this.agenda = agenda;
        this.registrations = registrations;
        this.links = links;
        this.emails = emails;
        this.attempts = attempts;
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
        registrations.forget(now);
        links.forget(now);
        emails.forget(now);
        attempts.forgetFull();
        agenda.plan(KIND, SUBJECT, now.plus(EVERY));
    }
}
