package org.passerelle.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Programme;
import org.passerelle.programme.domain.Allotments;

/// Counts allotments: pure functions of the pack's rules, the lines of the past and the moment
/// (ORD-03, ORD-04).
public final class AllotmentRules {
    private AllotmentRules() {}

    /// Units of an offer that somebody asks for now.
    public record Asked(Offer offer, long quantity) {}

    /// All allotments in force, in the pack's order. `country` is the organisation's, where known.
    public static List<AllotmentState> states(
            Pack pack, Optional<String> country, History history, Instant now) {
        return pack.programmes().values().stream()
                .flatMap(programme -> of(pack, programme, country, history, now).stream())
                .flatMap(allotments -> allotments.states().stream())
                .toList();
    }

    /// Every line of a basket that asks for more than an allotment leaves, by line, and within a
    /// line in the pack's order.
    public static List<Excess> excesses(
            Pack pack, Optional<String> country, History history, List<Asked> basket, Instant now) {
        var excesses = new ArrayList<Excess>();
        for (var programme : pack.programmes().values()) {
            if (basket.stream().anyMatch(a -> a.offer().programme().equals(programme.id()))) {
                of(pack, programme, country, history, now)
                        .ifPresent(allotments -> excesses.addAll(allotments.excesses(basket)));
            }
        }
        excesses.sort(Comparator.comparingInt(Excess::line));
        return excesses;
    }

    private static Optional<Allotments> of(
            Pack pack,
            Programme programme,
            Optional<String> country,
            History history,
            Instant now) {
        var day = now.atZone(pack.office().zone()).toLocalDate();
        return Eligibility.versionFor(pack, programme, country, day)
                .map(version -> new Allotments(pack, programme, version, history, now));
    }
}
