package org.passerelle.programme;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.agenda.Agenda;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.document.DocumentId;
import org.passerelle.document.Documents;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.OrganisationFacts.Waiver;
import org.passerelle.programme.RecordedWaiver.Revocation;
import org.passerelle.programme.domain.StaffRecords;
import org.passerelle.programme.domain.WaivableRules;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face for partners' written approvals: while one is valid, the criterion that waits for it is
/// passed over and all others still hold (ELI-05).
@Service
@Transactional
public class Waivers {
    static final String BEGINS = "programme.waiver-begins";
    static final String ENDS = "programme.waiver-ends";

    private final StaffRecords records;
    private final Programmes programmes;
    private final DecisionDesk desk;
    private final Organisations organisations;
    private final Packs packs;
    private final Documents documents;
    private final WaiverLetters letters;
    private final Agenda agenda;
    private final Audit audit;
    private final Clock clock;

    Waivers(
            StaffRecords records,
            Programmes programmes,
            DecisionDesk desk,
            Organisations organisations,
            Packs packs,
            Documents documents,
            WaiverLetters letters,
            Agenda agenda,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.programmes = programmes;
        this.desk = desk;
        this.organisations = organisations;
        this.packs = packs;
        this.documents = documents;
        this.letters = letters;
        this.agenda = agenda;
        this.audit = audit;
        this.clock = clock;
    }

    /// Records a partner's approval; both days included. `document` says what the approval is;
    /// `file` is the letter, taken in by the same person. Eligibility is decided anew now, when it
    /// begins and when it has ended, and the organisation is told.
    public WaiverOutcome record(
            Actor.Staff actor,
            OrganisationId organisation,
            Waiver waiver,
            String document,
            Optional<DocumentId> file) {
        var pack = packOf(organisation);
        if (pack.programme(waiver.programme()).isEmpty()) {
            return new WaiverOutcome.NoSuchProgramme();
        }
        if (!mayLift(pack, waiver.programme())) {
            return new WaiverOutcome.NothingToLift();
        }
        if (waiver.to().isBefore(waiver.from())) {
            return new WaiverOutcome.EndsBeforeItBegins();
        }
        if (document.isBlank()) {
            return new WaiverOutcome.DocumentMissing();
        }
        var id = WaiverId.random();
        var held = documents.hold(Optional.of(actor.person()), file.stream().toList(), "" + id);
        var recorded =
                new RecordedWaiver(
                        id,
                        organisation,
                        waiver,
                        document.strip(),
                        held.stream().map(one -> one.id()).findFirst(),
                        clock.instant(),
                        actor.signature(),
                        Optional.empty());
        records.add(recorded);
        note(actor, "recorded", recorded, said(waiver) + ": " + recorded.document());
        var zone = pack.office().zone();
        plan(BEGINS, id, waiver.from(), zone);
        plan(ENDS, id, waiver.to().plusDays(1), zone);
        decideAnew(recorded);
        letters.recorded(recorded, outcome(recorded));
        return new WaiverOutcome.Recorded(id);
    }

    /// Whether a rule of the programme, now or in a version to come, asks for an approval.
    public static boolean mayLift(Pack pack, ProgrammeId programme) {
        return pack.programme(programme).map(WaivableRules::any).orElse(false);
    }

    private void plan(String kind, WaiverId id, LocalDate day, ZoneId zone) {
        Instant start = day.atStartOfDay(zone).toInstant();
        if (start.isAfter(clock.instant())) {
            agenda.plan(kind, id.toString(), start);
        }
    }

    /// Takes a waiver back; the reason is told. Answers whether it was there to be taken back.
    public boolean revoke(Actor.Staff actor, WaiverId id, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A waiver is not taken back without a reason");
        }
        var revocation = new Revocation(clock.instant(), actor.signature(), reason.strip());
        if (!records.revoke(id, revocation)) {
            return false;
        }
        var revoked = records.waiver(id).orElseThrow();
        agenda.cancel(BEGINS, id.toString());
        agenda.cancel(ENDS, id.toString());
        note(actor, "revoked", revoked, said(revoked.waiver()) + ": " + revocation.reason());
        decideAnew(revoked);
        letters.revoked(revoked, outcome(revoked));
        return true;
    }

    /// A waiver's first day or the day after its last has come.
    void passed(WaiverId id, boolean ended) {
        var waiver = records.waiver(id).filter(one -> one.revoked().isEmpty());
        if (waiver.isEmpty()) {
            return;
        }
        if (!ended) {
            // The letter of the day it was recorded could not say yet what it opens.
            programmes.reEvaluate(waiver.get().organisation());
        } else {
            decideAnew(waiver.get());
            note(new Actor.Product("agenda"), "ended", waiver.get(), said(waiver.get().waiver()));
            letters.ended(waiver.get(), outcome(waiver.get()));
        }
    }

    /// Newest first, those that ended or were taken back too.
    @Transactional(readOnly = true)
    public List<RecordedWaiver> of(OrganisationId organisation) {
        return records.waivers(organisation);
    }

    @Transactional(readOnly = true)
    public Optional<RecordedWaiver> find(WaiverId id) {
        return records.waiver(id);
    }

    /// The waiver whose letter a file is.
    @Transactional(readOnly = true)
    public Optional<RecordedWaiver> withFile(DocumentId file) {
        return records.waiverWithFile(file);
    }

    /// The waiver's letter tells of its programme; of others, should there be any, another does.
    private void decideAnew(RecordedWaiver waiver) {
        desk.reEvaluate(List.of(waiver.organisation()), Set.of(waiver.waiver().programme()));
    }

    private Optional<EligibilityDecision> outcome(RecordedWaiver recorded) {
        return programmes.decisionOf(recorded.organisation(), recorded.waiver().programme());
    }

    private Pack packOf(OrganisationId organisation) {
        return packs.get(organisations.get(organisation).office());
    }

    private static String said(Waiver waiver) {
        return waiver.programme() + " from " + waiver.from() + " to " + waiver.to();
    }

    private void note(Actor actor, String act, RecordedWaiver waiver, String detail) {
        audit.record(
                AuditEntry.of(
                                actor,
                                "programme.waiver-" + act,
                                AuditSubject.of("waiver", waiver.id()),
                                detail)
                        .about(waiver.organisation()));
    }
}
