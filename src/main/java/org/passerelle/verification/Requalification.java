package org.passerelle.verification;

import java.time.Instant;
import java.util.List;
import org.passerelle.agenda.Agenda;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Standing;
import org.passerelle.verification.domain.Case;
import org.passerelle.verification.domain.Cases;
import org.passerelle.verification.domain.Cases.Kept;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Re-qualification: a reminder before the office's period ends, and what happens when it has
/// (VER-01).
@Component
class Requalification {
    static final String REMIND = "verification.remind-of-requalification";
    static final String LAPSE = "verification.qualification-ends";

    private final Agenda agenda;
    private final Organisations organisations;
    private final Cases cases;
    private final CaseLetters letters;
    private final CaseDesk desk;
    private final ApplicationEventPublisher events;

    Requalification(
            Agenda agenda,
            Organisations organisations,
            Cases cases,
            CaseLetters letters,
            CaseDesk desk,
            ApplicationEventPublisher events) {
        this.agenda = agenda;
        this.organisations = organisations;
        this.cases = cases;
        this.letters = letters;
        this.desk = desk;
        this.events = events;
    }

    /// Both entries; those of an earlier qualification move.
    void plan(OrganisationId id, Instant until) {
        agenda.plan(REMIND, id.toString(), until.minus(Applying.RENEWABLE_BEFORE_END));
        agenda.plan(LAPSE, id.toString(), until);
    }

    void forget(OrganisationId id) {
        agenda.cancel(REMIND, id.toString());
        agenda.cancel(LAPSE, id.toString());
    }

    void remind(OrganisationId id) {
        var organisation = organisations.get(id);
        if (organisation.standing() instanceof Standing.Qualified(_, var until)) {
            letters.requalificationDue(organisation, until);
        }
    }

    /// A fact that the decision rests on is another now: the qualification ends sooner, unless it
    /// is renewed (VER-01). Said once: the end only ever comes nearer, and who hears of changes at
    /// the same time takes turns at the case.
    @Transactional
    void lookAgain(OrganisationId id) {
        cases.of(id).stream()
                .map(Kept::qualification)
                .filter(Case.Qualified.class::isInstance)
                .findFirst()
                .map(one -> cases.lock(one.file().id()))
                .ifPresent(one -> lookAgain(one, organisations.get(id)));
    }

    private void lookAgain(Case one, Organisation organisation) {
        var soon = desk.now().plus(Applying.RENEWABLE_BEFORE_END);
        if (organisation.standing() instanceof Standing.Qualified(var since, var until)
                && until.isAfter(soon)) {
            var office = desk.pack(organisation.office()).office();
            one.ruling()
                    .map(ruling -> DecisiveFacts.changed(ruling, organisation, office))
                    .filter(fields -> !fields.isEmpty())
                    .ifPresent(fields -> endSooner(one, organisation, since, soon, fields));
        }
    }

    private void endSooner(
            Case one, Organisation organisation, Instant since, Instant soon, List<String> fields) {
        var id = organisation.id();
        organisations.recordStanding(id, new Standing.Qualified(since, soon));
        agenda.cancel(REMIND, id.toString());
        agenda.plan(LAPSE, id.toString(), soon);
        var detail = String.join(CaseWords.BETWEEN_FACTS, fields);
        desk.note(new Actor.Product("agenda"), one, CaseEvent.FACT_CHANGED, detail);
        letters.factsChanged(organisation, fields, soon);
    }

    void lapse(OrganisationId id, Instant due) {
        var organisation = organisations.get(id);
        if (organisation.standing() instanceof Standing.Qualified(_, var until)
                && !until.isAfter(due)) {
            organisations.recordStanding(id, new Standing.Lapsed(due));
            var actor = new Actor.Product("agenda");
            cases.of(id).stream()
                    .findFirst()
                    .ifPresent(newest ->
                            desk.note(actor, newest.qualification(), CaseEvent.LAPSED, ""));
            letters.lapsed(organisations.get(id), due);
            events.publishEvent(new QualificationLapsed(id, organisation.office()));
        }
    }
}
