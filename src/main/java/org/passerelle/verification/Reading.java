package org.passerelle.verification;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.kernel.BusinessCalendar;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.verification.domain.Case;
import org.passerelle.verification.domain.Case.Dossier;
import org.passerelle.verification.domain.Cases;
import org.passerelle.verification.domain.Cases.Kept;
import org.springframework.stereotype.Component;

/// Answers questions about cases.
@Component
class Reading {
    private final Cases cases;
    private final EvidenceRoom evidence;
    private final Organisations organisations;
    private final Colleagues colleagues;
    private final CaseDesk desk;

    Reading(
            Cases cases,
            EvidenceRoom evidence,
            Organisations organisations,
            Colleagues colleagues,
            CaseDesk desk) {
        this.cases = cases;
        this.evidence = evidence;
        this.organisations = organisations;
        this.colleagues = colleagues;
        this.desk = desk;
    }

    List<Reviewer> reviewers(OfficeId office) {
        return colleagues.of(office);
    }

    List<CaseView> of(OrganisationId organisation) {
        return cases.of(organisation).stream().map(Reading::view).toList();
    }

    Optional<CaseView> find(CaseId id) {
        return cases.find(id).map(Reading::view);
    }

    List<CaseEntry> history(CaseId id) {
        return cases.history(id);
    }

    Optional<List<String>> changedSince(CaseId id) {
        return cases.history(id).stream()
                .filter(entry -> entry.event() == CaseEvent.FACT_CHANGED)
                .map(entry -> List.of(entry.detail().split(CaseWords.BETWEEN_FACTS)))
                .findFirst();
    }

    List<CaseView> queue(OfficeId office) {
        return cases.queue(office).stream().map(Reading::view).toList();
    }

    List<QueuedCase> queued(List<CaseView> waiting) {
        var ids = waiting.stream().map(CaseView::organisation).toList();
        var byId =
                organisations.all(ids).stream()
                        .collect(Collectors.toMap(Organisation::id, Function.identity()));
        var documents = evidence.kinds(ids);
        return waiting.stream()
                .filter(view -> byId.containsKey(view.organisation()))
                .map(view ->
                        new QueuedCase(
                                view,
                                java.util.Objects.requireNonNull(byId.get(view.organisation())),
                                documents.getOrDefault(view.organisation(), Set.of())))
                .toList();
    }

    int waitingForOffice(OfficeId office) {
        return cases.countWithOffice(office);
    }

    List<Settled> settledSince(OfficeId office, LocalDate day) {
        var calendar = desk.calendar(office);
        return cases.decidedSince(office, day.atStartOfDay(calendar.zone()).toInstant()).stream()
                .map(Kept::qualification)
                .map(one -> settled(one, calendar))
                .toList();
    }

    int openAfter(OfficeId office, LocalDate day) {
        var end = day.plusDays(1).atStartOfDay(desk.calendar(office).zone());
        return cases.countOpenAt(office, end.toInstant());
    }

    /// The promise ran until the decision: what it would have fallen due at still stands.
    private static Settled settled(Case one, BusinessCalendar calendar) {
        var at = one.ruling().orElseThrow().at();
        var promise = one.gathered().orElseThrow().promise();
        return new Settled(
                calendar.dayOf(at),
                promise.stopped(at, calendar).counted(),
                promise.due(calendar).filter(due -> !at.isBefore(due.end())).isEmpty(),
                one instanceof Case.Qualified);
    }

    static CaseView view(Kept kept) {
        var qualification = kept.qualification();
        var file = qualification.file();
        var dossier = qualification.gathered();
        var promised = dossier.map(d -> d.promise().businessDays()).orElse(0);
        var counted = dossier.map(d -> d.promise().counted()).orElse(0);
        return new CaseView(
                file.id(),
                file.number(),
                file.organisation(),
                file.office(),
                file.kind(),
                qualification.state(),
                file.opened(),
                dossier.map(Dossier::submitted),
                kept.due(),
                promised,
                Math.max(0, promised - counted),
                qualification.assignee(),
                dossier.map(Dossier::questions).orElse(List.of()),
                qualification.ruling(),
                qualification instanceof Case.Refused refused && refused.forGood(),
                qualification instanceof Case.Qualified(_, _, _, var until)
                        ? Optional.of(until)
                        : Optional.empty(),
                file.contest());
    }
}
