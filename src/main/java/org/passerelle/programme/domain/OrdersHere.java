package org.passerelle.programme.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.pack.model.Criterion;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.Demand;
import org.passerelle.programme.Fact;
import org.passerelle.programme.History;
import org.passerelle.programme.Outcome;
import org.passerelle.programme.Remedy;

/// Criteria that look at what the organisation ordered through this office. The office's own
/// history is never unknown.
final class OrdersHere {
    private final Pack pack;
    private final History history;
    private final LocalDate day;

    OrdersHere(Pack pack, History history, LocalDate day) {
        this.pack = pack;
        this.history = history;
        this.day = day;
    }

    /// Only another programme's offer can make the partner one ordered from: those of the programme
    /// in question are open once it is met.
    Comparison boughtHere(PartnerId partner, ProgrammeId programme) {
        var latest = latest(history.countedOf(pack, partner));
        var others =
                pack.offers().values().stream()
                        .filter(offer -> offer.partner().equals(partner))
                        .filter(offer -> !offer.programme().equals(programme));
        return comparison(
                latest.isPresent(), latest, new Demand.BoughtHere(partner), order(others));
    }

    /// An order of the first day of the look-back is one within it.
    Comparison had(Criterion.Had rule) {
        var succession = new Succession(pack);
        var meant = new HashSet<OfferId>();
        rule.offers().forEach(offer -> meant.addAll(succession.withPredecessors(offer)));
        var latest =
                latest(
                        history.counted().stream()
                                .filter(line -> meant.contains(line.offer()))
                                .toList());
        var since = rule.within().map(length -> day.minus(length.period()));
        var had = latest.filter(on -> since.map(first -> !on.isBefore(first)).orElse(true));
        var offers = rule.offers().stream().sorted().toList();
        return comparison(
                had.isPresent(),
                latest,
                new Demand.Had(offers, since),
                order(meant.stream().flatMap(id -> pack.offer(id).stream())));
    }

    /// What is not on sale any more cannot be ordered any more.
    private Remedy order(Stream<Offer> offers) {
        return offers.anyMatch(offer -> offer.isOnSale(day))
                ? new Remedy.Order()
                : new Remedy.None();
    }

    /// What was ordered stays ordered: nothing helps where that is in the way.
    private static Comparison comparison(
            boolean met, Optional<LocalDate> latest, Demand demanded, Remedy whenNot) {
        var remedy = met ? new Remedy.None() : whenNot;
        return new Comparison(
                Outcome.of(met),
                latest.<Fact>map(Fact.Day::new).orElseGet(Fact.Nothing::new),
                demanded,
                remedy,
                remedy);
    }

    private Optional<LocalDate> latest(List<History.Line> lines) {
        return lines.stream()
                .map(History.Line::placed)
                .max(Comparator.naturalOrder())
                .map(placed -> placed.atZone(pack.office().zone()).toLocalDate());
    }
}
