package org.passerelle.programme;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisation;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.domain.AllotmentLedger;
import org.passerelle.programme.domain.Decisions;
import org.passerelle.programme.domain.DeclaredFacts;
import org.passerelle.programme.domain.StaffRecords;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Gathers what decisions rest on, for one organisation or for many with the same few questions to
/// the database, and keeps what was decided. Always in the caller's transaction.
@Component
class DecisionDesk {
    private final Packs packs;
    private final DeclaredFacts declared;
    private final StaffRecords records;
    private final AllotmentLedger ledger;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DecisionDesk(
            Packs packs,
            DeclaredFacts declared,
            StaffRecords records,
            AllotmentLedger ledger,
            Decisions decisions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.packs = packs;
        this.declared = declared;
        this.records = records;
        this.ledger = ledger;
        this.decisions = decisions;
        this.events = events;
        this.clock = clock;
    }

    /// All that a decision looks at.
    record Known(OfficeId office, OrganisationFacts facts, History history) {}

    /// Without the history.
    DeclaredFacts.Declared facts(OrganisationId organisation) {
        return facts(organisation, declared.of(organisation));
    }

    private DeclaredFacts.Declared facts(
            OrganisationId organisation, DeclaredFacts.Declared known) {
        return new DeclaredFacts.Declared(
                known.office(),
                with(
                        known.facts(),
                        records.judgements(organisation),
                        records.waivers(organisation)));
    }

    Known known(OrganisationId organisation) {
        return known(organisation, facts(organisation));
    }

    /// The same of an organisation that was just read.
    Known known(Organisation organisation) {
        return known(organisation.id(), facts(organisation.id(), declared.of(organisation)));
    }

    private Known known(OrganisationId organisation, DeclaredFacts.Declared facts) {
        return new Known(facts.office(), facts.facts(), new History(ledger.linesOf(organisation)));
    }

    /// Those that are not there are left out.
    Map<OrganisationId, Known> known(Collection<OrganisationId> organisations) {
        return known(organisations, declared.of(organisations));
    }

    /// The same as a pack says it that may not be in force.
    Map<OrganisationId, Known> known(Collection<OrganisationId> organisations, Pack pack) {
        return known(organisations, declared.of(organisations, pack));
    }

    private Map<OrganisationId, Known> known(
            Collection<OrganisationId> organisations,
            Map<OrganisationId, DeclaredFacts.Declared> all) {
        var judgements = records.judgements(organisations);
        var waivers = records.waivers(organisations);
        var lines = ledger.linesOf(organisations);
        return all.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                each -> {
                                    var id = each.getKey();
                                    var facts =
                                            with(
                                                    each.getValue().facts(),
                                                    judgements.getOrDefault(id, Map.of()),
                                                    waivers.getOrDefault(id, List.of()));
                                    var history = new History(lines.getOrDefault(id, List.of()));
                                    return new Known(each.getValue().office(), facts, history);
                                }));
    }

    private static OrganisationFacts with(
            OrganisationFacts facts,
            Map<String, Boolean> judgements,
            List<RecordedWaiver> recorded) {
        var waivers =
                recorded.stream()
                        .filter(one -> one.revoked().isEmpty())
                        .map(RecordedWaiver::waiver)
                        .toList();
        return facts.with(judgements, waivers);
    }

    /// Today's decisions on all programmes of the office, in the pack's order.
    List<EligibilityDecision> decide(Known known) {
        var pack = packs.get(known.office());
        return Eligibility.decideAll(pack, known.facts(), known.history(), today(pack));
    }

    /// Today's decision on one.
    Optional<EligibilityDecision> decide(Known known, ProgrammeId programme) {
        var pack = packs.get(known.office());
        return pack.programme(programme)
                .map(one ->
                        Eligibility.decide(pack, one, known.facts(), known.history(), today(pack)));
    }

    /// Decides every programme anew, keeps what is another than before, and tells where outcomes
    /// changed. Of many who do so at once, one keeps and tells; doing it again changes nothing.
    ///
    /// @param toldElsewhere programmes of which the caller writes a letter of its own
    /// @return when it was
    Instant reEvaluate(Collection<OrganisationId> organisations, Set<ProgrammeId> toldElsewhere) {
        decisions.hold(organisations);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the table keeps it
        var known = known(organisations);
        var standing = decisions.standing(organisations);
        var anew = new ArrayList<Decisions.New>();
        var changes = new ArrayList<EligibilityChanged>();
        known.forEach((organisation, each) -> {
            var before = standing.getOrDefault(organisation, Map.of());
            var turns = new ArrayList<Turn>();
            for (var decision : decide(each)) {
                var programme = decision.basis().programme();
                var last = Optional.ofNullable(before.get(programme)).map(KeptDecision::decision);
                if (last.filter(one -> saysTheSame(one, decision)).isPresent()) {
                    continue;
                }
                anew.add(new Decisions.New(organisation, each.office(), decision));
                var outcomeBefore = last.map(EligibilityDecision::outcome);
                if (!outcomeBefore.equals(Optional.of(decision.outcome()))) {
                    turns.add(new Turn(programme, outcomeBefore, decision.outcome()));
                }
            }
            if (!turns.isEmpty()) {
                changes.add(new EligibilityChanged(organisation, now, turns, toldElsewhere));
            }
        });
        decisions.keep(anew, now);
        changes.forEach(events::publishEvent);
        return now;
    }

    /// The programmes whose outcome after `until` is another than it was before `since`.
    List<Turned> turned(
            OrganisationId organisation,
            Collection<ProgrammeId> programmes,
            Instant since,
            Instant until) {
        return programmes.stream()
                .flatMap(programme -> {
                    var history = decisions.history(organisation, programme);
                    var before = latest(history, kept -> kept.decidedAt().isBefore(since));
                    var now = latest(history, kept -> !kept.decidedAt().isAfter(until));
                    return now
                            .filter(one ->
                                    before.filter(then -> then.outcome().equals(one.outcome()))
                                            .isEmpty())
                            .map(one -> new Turned(programme, before, one))
                            .stream();
                })
                .toList();
    }

    private static Optional<EligibilityDecision> latest(
            List<KeptDecision> newestFirst, java.util.function.Predicate<KeptDecision> which) {
        return newestFirst.stream().filter(which).findFirst().map(KeptDecision::decision);
    }

    /// The day alone, or other bytes of the pack that change nothing here, make no new decision.
    private static boolean saysTheSame(EligibilityDecision one, EligibilityDecision other) {
        Function<EligibilityDecision, Object> said =
                decision ->
                        List.of(
                                decision.outcome(),
                                decision.basis().version(),
                                decision.findings().stream()
                                        .map(leaf -> List.of(leaf.criterion(), leaf.outcome()))
                                        .toList());
        return said.apply(one).equals(said.apply(other));
    }

    private LocalDate today(Pack pack) {
        return clock.instant().atZone(pack.office().zone()).toLocalDate();
    }
}
