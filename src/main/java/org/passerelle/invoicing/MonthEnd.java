package org.passerelle.invoicing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.agenda.Agenda;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.invoicing.domain.Runs;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.Packs;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The month's run (INV-01): on the first of a month, at one in the morning of the office, all that
/// was delivered until the last day of the month before is invoiced. Staff may have it made at any
/// time: then it makes up for what the last one did not know.
///
/// Each part of a run is an entry of the agenda with a transaction of its own that plans the next
/// part. Whatever dies in the middle leaves whole parts behind and is gone on with; whoever runs at
/// once waits for the numbers and finds nothing left.
@Service
@Transactional
public class MonthEnd {
    static final String MONTH = "invoicing.month";
    static final String RUN = "invoicing.run";
    private static final LocalTime AT = LocalTime.of(1, 0);
    private static final Actor PRODUCT = new Actor.Product("invoicing");

    private final Invoicing invoicing;
    private final Runs runs;
    private final InvoiceFiles files;
    private final Agenda agenda;
    private final Packs packs;
    private final Audit audit;
    private final Clock clock;
    private final int organisationsAtOnce;

    MonthEnd(
            Invoicing invoicing,
            Runs runs,
            InvoiceFiles files,
            Agenda agenda,
            Packs packs,
            Audit audit,
            Clock clock,
            @Value("${passerelle.invoicing.organisations-at-once:1000}") int organisationsAtOnce) {
        this.invoicing = invoicing;
        this.runs = runs;
        this.files = files;
        this.agenda = agenda;
        this.packs = packs;
        this.audit = audit;
        this.clock = clock;
        this.organisationsAtOnce = organisationsAtOnce;
    }

    /// Plans the next run of every office that has none planned.
    @EventListener(ApplicationReadyEvent.class)
    public void planFirst() {
        for (var pack : packs.installed()) {
            var office = pack.office().id();
            if (agenda.due(MONTH, office.value()).isEmpty()) {
                planNext(office);
            }
        }
    }

    private void planNext(OfficeId office) {
        var zone = packs.get(office).office().zone();
        var next = today(office).withDayOfMonth(1).plusMonths(1);
        agenda.plan(MONTH, office.value(), next.atTime(AT).atZone(zone).toInstant());
    }

    private LocalDate today(OfficeId office) {
        return clock.instant().atZone(packs.get(office).office().zone()).toLocalDate();
    }

    /// The last day of the month before this one, as the office's calendar says now: until then a
    /// run invoices.
    @Transactional(readOnly = true)
    public LocalDate until(OfficeId office) {
        return today(office).withDayOfMonth(1).minusDays(1);
    }

    /// When the next run comes by itself.
    @Transactional(readOnly = true)
    public Optional<Instant> next(OfficeId office) {
        return agenda.due(MONTH, office.value());
    }

    /// The latest runs of an office, newest first.
    @Transactional(readOnly = true)
    public List<MonthRun> runs(OfficeId office) {
        return runs.latest(office, packs.get(office).office().currency());
    }

    /// Begins a run; where one is under way nothing changes, and false is answered.
    public boolean start(Actor actor, OfficeId office) {
        var until = until(office);
        var run = runs.start(office, until, clock.instant(), actor.signature());
        run.ifPresent(id -> {
            agenda.plan(RUN, id.toString(), clock.instant());
            audit.record(
                    new AuditEntry(
                            actor,
                            "invoice.run-started",
                            new AuditSubject("invoice-run", id.toString()),
                            Optional.empty(),
                            until.toString()));
        });
        return run.isPresent();
    }

    void monthIsOver(OfficeId office) {
        start(PRODUCT, office);
        planNext(office);
    }

    /// The next part of a run, or its end.
    void goOn(UUID id) {
        var run = runs.lock(id).orElseThrow();
        if (run.endedAt().isPresent()) {
            return;
        }
        var batch =
                invoicing.issueNext(
                        run.office(), run.until(), organisationsAtOnce, run.startedBy());
        if (batch.invoices() > 0) {
            runs.add(id, batch.invoices(), batch.grossMinor());
            agenda.plan(RUN, id.toString(), clock.instant());
        } else {
            runs.end(id, clock.instant());
            files.plan(run.office());
        }
    }
}
