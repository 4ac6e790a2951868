package org.passerelle.programme;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.ChangeRequest;
import org.passerelle.organisation.Organisation;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.AllotmentRules.Asked;
import org.passerelle.programme.ReserveOutcome.Exceeded;
import org.passerelle.programme.ReserveOutcome.Reserved;
import org.passerelle.programme.domain.AllotmentLedger;
import org.passerelle.programme.domain.Decisions;
import org.passerelle.programme.domain.StaffRecords;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Face of the programme module: who may have what and why, and how much is left.
///
/// Facts, history and ledger are read afresh for every answer; an answer about allotments is the
/// one an order would get (ORD-04).
@Service
@Transactional
public class Programmes {
    private final Packs packs;
    private final DecisionDesk desk;
    private final StaffRecords records;
    private final AllotmentLedger ledger;
    private final Decisions decisions;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Programmes(
            Packs packs,
            DecisionDesk desk,
            StaffRecords records,
            AllotmentLedger ledger,
            Decisions decisions,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.packs = packs;
        this.desk = desk;
        this.records = records;
        this.ledger = ledger;
        this.decisions = decisions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Units of an offer for which an order asks.
    ///
    /// @param position of the line in its order, from zero
    /// @param persons who will use them, where each is for one person
    public record Wanted(int position, Offer offer, long quantity, List<History.Person> persons) {}

    /// All that criteria look at, as known now.
    @Transactional(readOnly = true)
    public OrganisationFacts factsOf(OrganisationId organisation) {
        return desk.facts(organisation).facts();
    }

    /// All that was ordered here, from the allotment ledger, oldest first.
    @Transactional(readOnly = true)
    public History historyOf(OrganisationId organisation) {
        return new History(ledger.linesOf(organisation));
    }

    /// Today's decision on every programme of the organisation's office, in the pack's order
    /// (ELI-02).
    @Transactional(readOnly = true)
    public List<EligibilityDecision> decisionsOf(OrganisationId organisation) {
        return desk.decide(desk.known(organisation));
    }

    /// Today's decision on one programme; empty where the office has no such programme.
    @Transactional(readOnly = true)
    public Optional<EligibilityDecision> decisionOf(
            OrganisationId organisation, ProgrammeId programme) {
        return desk.decide(desk.known(organisation), programme);
    }

    /// Every decision with what may still be ordered: facts and ledger are read once for both.
    @Transactional(readOnly = true)
    public Entitlements entitlementsOf(OrganisationId organisation) {
        return entitlements(desk.known(organisation));
    }

    /// The same with what it rests on, for whoever has the organisation at hand already.
    @Transactional(readOnly = true)
    public Situation situationOf(Organisation organisation) {
        var known = desk.known(organisation);
        return new Situation(known.facts(), known.history(), entitlements(known));
    }

    private Entitlements entitlements(DecisionDesk.Known known) {
        return new Entitlements(desk.decide(known), left(known));
    }

    /// The decisions that were made on a programme, newest first. Later rules do not change them
    /// (ELI-03).
    @Transactional(readOnly = true)
    public List<KeptDecision> decisionsBefore(OrganisationId organisation, ProgrammeId programme) {
        return decisions.history(organisation, programme);
    }

    /// Decides every programme anew, keeps what is another than before, and tells where the outcome
    /// changed. Doing it again changes nothing.
    public void reEvaluate(OrganisationId organisation) {
        desk.reEvaluate(List.of(organisation), Set.of());
    }

    /// What an accepted change request brought: the programmes whose outcome became another by it.
    /// Empty until they have been decided anew (ORG-04).
    @Transactional(readOnly = true)
    public Optional<List<Turned>> broughtBy(ChangeRequest change) {
        return change.closed()
                .flatMap(closed ->
                        decisions
                                .effect(change.number())
                                .map(until -> turned(change.organisation(), closed, until)));
    }

    private List<Turned> turned(OrganisationId organisation, Instant since, Instant until) {
        var pack = packs.get(desk.facts(organisation).office());
        return desk.turned(organisation, pack.programmes().keySet(), since, until);
    }

    /// The organisations of an office that were decided on, to decide them anew; by id.
    @Transactional(readOnly = true)
    public List<OrganisationId> decidedOn(OfficeId office) {
        return decisions.decided(office);
    }

    /// What the organisation may still order, allotment by allotment, in the pack's order (ORD-05).
    @Transactional(readOnly = true)
    public List<AllotmentState> mayStillOrder(OrganisationId organisation) {
        return left(desk.known(organisation));
    }

    private List<AllotmentState> left(DecisionDesk.Known known) {
        return AllotmentRules.states(
                packs.get(known.office()),
                known.facts().country(),
                known.history(),
                clock.instant());
    }

    /// Holds the organisation's allotments of these programmes until the transaction ends. What is
    /// read after that is what [#reserve] in the same transaction goes by.
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(OrganisationId organisation, Collection<ProgrammeId> programmes) {
        ledger.hold(organisation, programmes);
    }

    /// Reserves what an order asks for, all of it or nothing, never beyond a limit however many ask
    /// at the same instant (ORD-04).
    ///
    /// @param order names the order among those of all offices
    public ReserveOutcome reserve(OrganisationId organisation, String order, List<Wanted> lines) {
        ledger.hold(
                organisation,
                lines.stream()
                        .map(line -> line.offer().programme())
                        .collect(Collectors.toCollection(TreeSet::new)));
        var known = desk.facts(organisation);
        var pack = packs.get(known.office());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the table keeps it
        var excesses =
                AllotmentRules.excesses(
                        pack,
                        known.facts().country(),
                        historyOf(organisation),
                        lines.stream()
                                .map(line -> new Asked(line.offer(), line.quantity()))
                                .toList(),
                        now);
        if (!excesses.isEmpty()) {
            return new Exceeded(excesses);
        }
        for (var line : lines) {
            ledger.reserve(
                    organisation,
                    known.office(),
                    line.position(),
                    History.Line.of(
                            pack,
                            line.offer(),
                            line.quantity(),
                            order,
                            now,
                            History.State.PLACED,
                            line.persons()));
        }
        events.publishEvent(new OrderHistoryChanged(organisation));
        return new Reserved(now);
    }

    /// An order was paid: programmes that count by payment count it from then.
    public void paid(String order, Instant at) {
        ledger.paid(order, at);
        tellOf(order);
    }

    /// A line was handed over: what it had reserved is used. Again changes nothing.
    ///
    /// @throws IllegalStateException when the line was released or never reserved
    public void use(String order, int line) {
        if (!ledger.use(order, line, clock.instant())) {
            throw new IllegalStateException(
                    "Nothing is reserved for line " + line + " of " + order);
        }
        tellOf(order);
    }

    /// An order was cancelled, refused or has expired: what it had reserved is free again. Lines
    /// already used stay used. Again changes nothing.
    public void release(String order) {
        if (ledger.release(order, clock.instant()) > 0) {
            tellOf(order);
        }
    }

    /// Units of a line that was handed over came back: they count no more (ORD-09). Again for the
    /// same cause changes nothing; never more than the line has.
    ///
    /// @param cause names what gave them back, once for ever
    public void giveBack(String order, int line, long units, String cause) {
        if (ledger.giveBack(order, line, units, cause, clock.instant())) {
            tellOf(order);
        }
    }

    private void tellOf(String order) {
        ledger.organisationOf(order).map(OrderHistoryChanged::new).ifPresent(events::publishEvent);
    }

    /// Answers one of the office's questions that only a person can judge; the latest answer
    /// counts.
    public JudgementOutcome judge(
            Actor.Staff actor,
            OrganisationId organisation,
            String question,
            boolean answer,
            String grounds) {
        var office = packs.get(desk.facts(organisation).office()).office();
        if (!office.judgements().containsKey(question)) {
            return new JudgementOutcome.NoSuchQuestion();
        }
        if (grounds.isBlank()) {
            return new JudgementOutcome.GroundsMissing();
        }
        records.judge(
                organisation,
                question,
                answer,
                grounds.strip(),
                clock.instant(),
                actor.signature());
        audit.record(
                AuditEntry.of(
                                actor,
                                "programme.judged",
                                AuditSubject.of("judgement", question),
                                (answer ? "yes: " : "no: ") + grounds.strip())
                        .about(organisation));
        reEvaluate(organisation);
        return new JudgementOutcome.Judged();
    }
}
