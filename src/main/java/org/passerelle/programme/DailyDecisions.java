package org.passerelle.programme;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.agenda.Agenda;
import org.passerelle.agenda.DueHandler;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.pack.Packs;
import org.passerelle.programme.domain.Decisions;
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
/// Begins just after midnight at the office, or when a pack was installed, and takes the
/// organisations by id, so many at a time; an entry's subject is the office, then the last
/// organisation that had its turn. Where one fails, the others of its turn are decided one by one.
@Component
class DailyDecisions implements DueHandler {
    static final String KIND = "programme.day";

    private static final Logger LOG = LoggerFactory.getLogger(DailyDecisions.class);
    private static final int AT_ONCE = 100;
    private static final OrganisationId BEFORE_ALL = new OrganisationId(new UUID(0, 0));
    private static final Duration AFTER_MIDNIGHT = Duration.ofMinutes(1);

    private final Agenda agenda;
    private final Packs packs;
    private final Decisions decisions;
    private final DecisionDesk desk;
    private final Clock clock;
    private final TransactionTemplate ofItsOwn;

    DailyDecisions(
            Agenda agenda,
            Packs packs,
            Decisions decisions,
            DecisionDesk desk,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.agenda = agenda;
        this.packs = packs;
        this.decisions = decisions;
        this.desk = desk;
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
        var last =
                cut < 0
                        ? Optional.<OrganisationId>empty()
                        : Optional.of(OrganisationId.of(subject.substring(cut + 1)));
        var turn = decisions.decided(office, last, AT_ONCE);
        decide(turn);
        if (turn.size() == AT_ONCE) {
            agenda.plan(KIND, office + " " + turn.getLast(), clock.instant());
        }
    }

    /// Has all organisations of an office decided on anew, beginning now.
    void beginNow(OfficeId office) {
        agenda.plan(KIND, office + " " + BEFORE_ALL, clock.instant());
    }

    private void decide(List<OrganisationId> turn) {
        try {
            ofItsOwn.executeWithoutResult(_ -> desk.reEvaluate(turn, Set.of()));
        } catch (RuntimeException e) {
            if (turn.size() > 1) {
                turn.forEach(one -> decide(List.of(one)));
            } else {
                LOG.warn("{} could not be decided anew; tomorrow again", turn, e);
            }
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
