package org.passerelle.verification;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.BusinessCalendar;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.pack.BusinessCalendars;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.passerelle.verification.domain.Case;
import org.passerelle.verification.domain.Case.Dossier;
import org.passerelle.verification.domain.Cases;
import org.passerelle.verification.domain.Cases.Kept;
import org.springframework.stereotype.Component;

/// What every act on a case shares: keeping it with its promise as told, and noting what was done.
@Component
class CaseDesk {
    private final Cases cases;
    private final Packs packs;
    private final Audit audit;
    private final Clock clock;

    CaseDesk(Cases cases, Packs packs, Audit audit, Clock clock) {
        this.cases = cases;
        this.packs = packs;
        this.audit = audit;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Pack pack(OfficeId office) {
        return packs.get(office);
    }

    BusinessCalendar calendar(OfficeId office) {
        return BusinessCalendars.of(pack(office).office());
    }

    /// A new draft of a case, or the open one of an organisation that has one already: two tabs may
    /// hand in its first documents at the same instant.
    Case open(Actor actor, OrganisationId organisation, OfficeId office, CaseKind kind) {
        var file =
                new Case.File(
                        CaseId.random(),
                        cases.nextNumber(),
                        organisation,
                        office,
                        kind,
                        now(),
                        Optional.empty());
        var draft = new Case.Draft(file);
        if (!cases.add(new Kept(draft, Optional.empty()))) {
            return cases.lockOpen(organisation).orElseThrow();
        }
        note(actor, draft, CaseEvent.OPENED, String.valueOf(file.number()));
        return draft;
    }

    /// A contest of this refusal; empty when it cannot be contested, or is contested already.
    Optional<Case.Draft> contest(Actor actor, Case.Refused refused, String words) {
        return refused.contested(CaseId.random(), cases.nextNumber(), words, now())
                .filter(draft -> cases.add(new Kept(draft, Optional.empty())))
                .map(draft -> {
                    note(
                            actor,
                            refused,
                            CaseEvent.CONTESTED,
                            String.valueOf(draft.file().number()));
                    note(actor, draft, CaseEvent.OPENED, String.valueOf(draft.file().number()));
                    return draft;
                });
    }

    /// Keeps a case and notes what happened, for both sides and for the trail.
    void keep(Actor actor, Case changed, CaseEvent event, String detail) {
        cases.save(new Kept(changed, due(changed)));
        note(actor, changed, event, detail);
    }

    void note(Actor actor, Case about, CaseEvent event, String detail) {
        cases.note(about.file().id(), new CaseEntry(now(), actor.signature(), event, detail));
        audit.record(
                AuditEntry.of(
                                actor,
                                "verification." + word(event),
                                AuditSubject.of("case", about.file().number()),
                                detail)
                        .about(about.file().organisation()));
    }

    /// The promise in force: only while a case waits for the office.
    private Optional<Instant> due(Case changed) {
        return switch (changed) {
            case Case.Submitted(var file, var dossier) -> due(file, dossier);
            case Case.InReview(var file, var dossier, _) -> due(file, dossier);
            case Case.Draft _,
                    Case.InformationRequested _,
                    Case.Qualified _,
                    Case.Refused _,
                    Case.Withdrawn _ ->
                    Optional.empty();
        };
    }

    private Optional<Instant> due(Case.File file, Dossier dossier) {
        return dossier.promise().due(calendar(file.office())).map(BusinessCalendar.Due::end);
    }

    private static String word(CaseEvent event) {
        return event.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
