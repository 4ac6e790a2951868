package org.passerelle.programme.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.ProgrammeId;

/// The moments at which a pack changes what its programmes demand: when it is put in force, and on
/// each later day on which a version begins or ends (ELI-03).
public final class RuleSteps {
    private RuleSteps() {}

    /// Rules as they are on a day.
    public record Rules(Pack pack, LocalDate day) {}

    /// @param publishing whether it is the moment at which the pack is put in force
    /// @param programmes those whose rules are others after it, in the order of their words
    public record Step(
            Rules before, Rules after, boolean publishing, List<ProgrammeId> programmes) {
        public LocalDate day() {
            return after.day();
        }
    }

    /// In the order of their days; `candidate` may be the pack in force itself.
    public static List<Step> of(Pack inForce, Pack candidate, LocalDate today) {
        var steps = new ArrayList<Step>();
        var changed = changed(inForce, candidate);
        if (!changed.isEmpty()) {
            steps.add(
                    new Step(
                            new Rules(inForce, today), new Rules(candidate, today), true, changed));
        }
        boundaries(candidate, today)
                .forEach((day, programmes) ->
                        steps.add(
                                new Step(
                                        new Rules(candidate, day.minusDays(1)),
                                        new Rules(candidate, day),
                                        false,
                                        List.copyOf(programmes))));
        return steps;
    }

    private static List<ProgrammeId> changed(Pack inForce, Pack candidate) {
        if (inForce.hash().equals(candidate.hash())) {
            return List.of();
        }
        var all = new TreeSet<>(inForce.programmes().keySet());
        all.addAll(candidate.programmes().keySet());
        return shared(inForce).equals(shared(candidate))
                ? all.stream()
                        .filter(id -> !inForce.programme(id).equals(candidate.programme(id)))
                        .toList()
                : List.copyOf(all);
    }

    /// What the criteria of all programmes lean on.
    private static List<Object> shared(Pack pack) {
        var succession = new HashMap<OfferId, Object>();
        pack.offers()
                .forEach((id, offer) ->
                        succession.put(id, List.of(offer.programme(), offer.succeeds())));
        return List.of(pack.office(), pack.activities(), pack.rates(), succession);
    }

    private static Map<LocalDate, TreeSet<ProgrammeId>> boundaries(Pack pack, LocalDate today) {
        var days = new TreeMap<LocalDate, TreeSet<ProgrammeId>>();
        for (var programme : pack.programmes().values()) {
            for (var version : programme.versions()) {
                days.computeIfAbsent(version.from(), _ -> new TreeSet<>()).add(programme.id());
                version.until()
                        .ifPresent(last ->
                                days.computeIfAbsent(last.plusDays(1), _ -> new TreeSet<>())
                                        .add(programme.id()));
            }
        }
        days.headMap(today, true).clear();
        return days;
    }
}
