package org.passerelle.programme;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.passerelle.agenda.Agenda;
import org.passerelle.agenda.DueHandler;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.pack.Packs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Decides anew when a day passes, for days change decisions too: a version of the rules begins, a
/// programme ends, a purchase grows old enough, a waiver runs out (ELI-03, ELI-04).
///
/// Begins just after midnight at the office and takes the organisations by id, so many at a time;
/// an entry's subject is the office, then the last organisation that had its turn. Each is decided
/// in a transaction of its own: one that fails keeps the others from nothing.
@Component
class DailyDecisions implements DueHandler {
    static final String KIND = "programme.day";

    private static final Logger LOG = LoggerFactory.getLogger(DailyDecisions.class);
    private static final int AT_ONCE = 50;
    private static final Duration AFTER_MIDNIGHT = Duration.ofMinutes(1);

    private final Agenda agenda;
    private final Packs packs;
    private final Programmes programmes;
    private final Clock clock;
    private final TransactionTemplate ofItsOwn;

    DailyDecisions(
            Agenda agenda,
            Packs packs,
            Programmes programmes,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.agenda = agenda;
        this.packs = packs;
        this.programmes = programmes;
        this.clock = clock;
        this.ofItsOwn = new TransactionTemplate(transactions);
        this.ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void planFirst() {
        for (var pack : packs.installed()) {
            var office = pack.office().id();
            if (agenda.due(KIND, office.value()).isEmpty()) {
                agenda.plan(KIND, office.value(), nextDay(office));
            }
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fallDue(String subject, Instant due) {
        var cut = subject.indexOf(' ');
        var office = new OfficeId(cut < 0 ? subject : subject.substring(0, cut));
        if (packs.installed().stream().noneMatch(pack -> pack.office().id().equals(office))) {
            return;
        }
        if (cut < 0) {
            agenda.plan(KIND, subject, nextDay(office));
        }
        var all = programmes.decidedOn(office);
        var from = cut < 0 ? 0 : all.indexOf(OrganisationId.of(subject.substring(cut + 1))) + 1;
        var turn = all.subList(from, Math.min(from + AT_ONCE, all.size()));
        turn.forEach(this::decide);
        if (from + AT_ONCE < all.size()) {
            agenda.plan(KIND, office + " " + turn.getLast(), clock.instant());
        }
    }

    private void decide(OrganisationId organisation) {
        try {
            ofItsOwn.executeWithoutResult(_ -> programmes.reEvaluate(organisation));
        } catch (RuntimeException e) {
            LOG.warn("{} could not be decided anew; tomorrow again", organisation, e);
        }
    }

    private Instant nextDay(OfficeId office) {
        var zone = packs.get(office).office().zone();
        return clock.instant()
                .atZone(zone)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant()
                .plus(AFTER_MIDNIGHT);
    }
}
