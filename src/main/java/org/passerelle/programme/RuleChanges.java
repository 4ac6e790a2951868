package org.passerelle.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.DecisionDesk.Known;
import org.passerelle.programme.domain.Decisions;
import org.passerelle.programme.domain.RuleSteps;
import org.passerelle.programme.domain.RuleSteps.Rules;
import org.passerelle.programme.domain.RuleSteps.Step;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face for what new rules would do: who gains and who loses which programme, and when, before
/// anybody is told (ELI-03). Nothing is decided and nothing kept by looking.
@Service
@Transactional(readOnly = true)
public class RuleChanges {
    private static final int AT_ONCE = 500;
    private static final int NAMED = 20;

    private final Packs packs;
    private final Decisions decisions;
    private final DecisionDesk desk;
    private final Organisations organisations;
    private final Clock clock;

    RuleChanges(
            Packs packs,
            Decisions decisions,
            DecisionDesk desk,
            Organisations organisations,
            Clock clock) {
        this.packs = packs;
        this.decisions = decisions;
        this.desk = desk;
        this.organisations = organisations;
        this.clock = clock;
    }

    /// An organisation that gains or loses a programme on a day.
    ///
    /// @param publishing whether it does so when the pack is put in force
    public record Affected(
            LocalDate day,
            boolean publishing,
            ProgrammeId programme,
            OrganisationId organisation,
            String name,
            boolean gains) {}

    /// What happens to one programme at one moment; of the names, the first few.
    public record Effect(
            LocalDate day,
            boolean publishing,
            ProgrammeId programme,
            long gains,
            long losses,
            List<String> gaining,
            List<String> losing) {}

    /// @param organisations how many were looked at
    public record Impact(long organisations, List<Effect> effects) {
        public long gains() {
            return effects.stream().mapToLong(Effect::gains).sum();
        }

        public long losses() {
            return effects.stream().mapToLong(Effect::losses).sum();
        }
    }

    /// Counted, every programme whose rules change, also those by which nobody gains or loses.
    public Impact impact(Pack candidate) {
        var tallies = new LinkedHashMap<Key, Tally>();
        for (var step : steps(candidate)) {
            for (var programme : step.programmes()) {
                tallies.put(new Key(step.day(), step.publishing(), programme), new Tally());
            }
        }
        var looked =
                each(
                        candidate,
                        one ->
                                tallies.computeIfAbsent(
                                                new Key(
                                                        one.day(),
                                                        one.publishing(),
                                                        one.programme()),
                                                _ -> new Tally())
                                        .add(one));
        return new Impact(
                looked,
                tallies.entrySet().stream()
                        .map(each -> each.getValue().effect(each.getKey()))
                        .toList());
    }

    private record Key(LocalDate day, boolean publishing, ProgrammeId programme) {}

    private static final class Tally {
        private long gains;
        private long losses;
        private final List<String> gaining = new ArrayList<>();
        private final List<String> losing = new ArrayList<>();

        void add(Affected one) {
            gains += one.gains() ? 1 : 0;
            losses += one.gains() ? 0 : 1;
            var names = one.gains() ? gaining : losing;
            if (names.size() < NAMED) {
                names.add(one.name());
            }
        }

        Effect effect(Key key) {
            return new Effect(
                    key.day(),
                    key.publishing(),
                    key.programme(),
                    gains,
                    losses,
                    List.copyOf(gaining),
                    List.copyOf(losing));
        }
    }

    /// Hands over every organisation that gains or loses, so many read at a time; answers how many
    /// were looked at.
    public long each(Pack candidate, Consumer<Affected> taker) {
        var steps = steps(candidate);
        if (steps.isEmpty()) {
            return 0;
        }
        var inForce = packs.get(candidate.id());
        var looked = 0L;
        var last = Optional.<OrganisationId>empty();
        while (true) {
            var turn = decisions.decided(candidate.id(), last, AT_ONCE);
            looked += turn.size();
            look(turn, steps, inForce, candidate).forEach(taker);
            if (turn.size() < AT_ONCE) {
                return looked;
            }
            last = Optional.of(turn.getLast());
        }
    }

    private List<Step> steps(Pack candidate) {
        var inForce = packs.get(candidate.id());
        var today = clock.instant().atZone(inForce.office().zone()).toLocalDate();
        return RuleSteps.of(inForce, candidate, today);
    }

    private List<Affected> look(
            List<OrganisationId> turn, List<Step> steps, Pack inForce, Pack candidate) {
        var known = desk.known(turn);
        var asCandidate =
                inForce.office().forms().equals(candidate.office().forms())
                        ? known
                        : desk.known(turn, candidate);
        var affected = new ArrayList<Affected>();
        for (var step : steps) {
            for (var id : turn) {
                Optional.ofNullable(known.get(id))
                        .ifPresent(now -> {
                            var then = asCandidate.getOrDefault(id, now);
                            compare(id, step, step.publishing() ? now : then, then, affected);
                        });
            }
        }
        return named(affected);
    }

    private static void compare(
            OrganisationId id, Step step, Known before, Known after, List<Affected> affected) {
        for (var programme : step.programmes()) {
            var gains = isEligible(step.after(), programme, after);
            if (gains != isEligible(step.before(), programme, before)) {
                affected.add(new Affected(step.day(), step.publishing(), programme, id, "", gains));
            }
        }
    }

    private static boolean isEligible(Rules rules, ProgrammeId programme, Known known) {
        return rules.pack()
                .programme(programme)
                .map(one ->
                        Eligibility.decide(
                                rules.pack(), one, known.facts(), known.history(), rules.day()))
                .filter(EligibilityDecision.Eligible.class::isInstance)
                .isPresent();
    }

    private List<Affected> named(List<Affected> affected) {
        var ids = new HashSet<OrganisationId>();
        affected.forEach(one -> ids.add(one.organisation()));
        Map<OrganisationId, String> names =
                organisations.all(List.copyOf(ids)).stream()
                        .collect(Collectors.toMap(Organisation::id, Organisation::name));
        return affected.stream()
                .map(one ->
                        new Affected(
                                one.day(),
                                one.publishing(),
                                one.programme(),
                                one.organisation(),
                                names.getOrDefault(one.organisation(), ""),
                                one.gains()))
                .toList();
    }
}
