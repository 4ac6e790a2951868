package org.passerelle.programme.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.passerelle.kernel.LargestFit;
import org.passerelle.pack.model.Allotment;
import org.passerelle.pack.model.Allotment.Count;
import org.passerelle.pack.model.Allotment.Scope;
import org.passerelle.pack.model.Allotment.Window;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Programme;
import org.passerelle.programme.AllotmentRules.Asked;
import org.passerelle.programme.AllotmentState;
import org.passerelle.programme.AllotmentState.Renewals;
import org.passerelle.programme.Excess;
import org.passerelle.programme.Figure;
import org.passerelle.programme.History;
import org.passerelle.programme.History.Line;

/// The allotments of one programme for one organisation at one moment (ORD-03, ORD-04): what is
/// used, what is left, and which lines of a basket ask for more.
public final class Allotments {
    /// Names the basket among orders; no order has such a number.
    private static final String THIS_ORDER = "";

    private final Pack pack;
    private final Programme programme;
    private final Programme.Version version;
    private final List<Line> counted;
    private final Instant now;
    private final Succession succession;
    private final Windows windows;
    private final Counting counting;

    public Allotments(
            Pack pack,
            Programme programme,
            Programme.Version version,
            History history,
            Instant now) {
        this.pack = pack;
        this.programme = programme;
        this.version = version;
        this.counted = history.counted();
        this.now = now;
        this.succession = new Succession(pack);
        this.windows = new Windows(programme, pack.office().zone());
        this.counting = new Counting(succession, pack.rates(), pack.office().zone());
    }

    /// An allotment with the lines it is for: an allotment of each offer is one share per title.
    private record Share(Allotment allotment, List<OfferId> of, Predicate<Line> covers) {}

    public List<AllotmentState> states() {
        return version.allotments().stream()
                .flatMap(allotment -> shares(allotment, titles()))
                .map(share -> state(share))
                .toList();
    }

    public List<Excess> excesses(List<Asked> basket) {
        var titles =
                succession.titlesOf(
                        basket.stream()
                                .map(Asked::offer)
                                .filter(offer -> offer.programme().equals(programme.id()))
                                .toList());
        return version.allotments().stream()
                .flatMap(allotment -> shares(allotment, titles))
                .flatMap(share -> excesses(share, basket).stream())
                .toList();
    }

    /// Those that can still be ordered: nothing is left of a title that is no longer given.
    private List<OfferId> titles() {
        var day = now.atZone(pack.office().zone()).toLocalDate();
        var given = pack.offersOf(programme.id()).stream().filter(o -> o.isOnSale(day)).toList();
        return succession.titlesOf(given);
    }

    private Stream<Share> shares(Allotment allotment, List<OfferId> titles) {
        return switch (allotment.scope()) {
            case Scope.WholeProgramme _ ->
                    Stream.of(
                            new Share(
                                    allotment,
                                    List.of(),
                                    line -> line.programme().equals(programme.id())));
            case Scope.Offers(var offers) -> {
                var covered = new HashSet<OfferId>();
                offers.forEach(offer -> covered.addAll(succession.withPredecessors(offer)));
                yield Stream.of(
                        new Share(
                                allotment,
                                offers.stream().sorted().toList(),
                                line -> covered.contains(line.offer())));
            }
            case Scope.EachOffer _ ->
                    titles.stream()
                            .map(title -> {
                                Set<OfferId> covered = succession.title(title);
                                return new Share(
                                        allotment,
                                        List.of(title),
                                        line -> covered.contains(line.offer()));
                            });
        };
    }

    private AllotmentState state(Share share) {
        var allotment = share.allotment();
        var covered = counted.stream().filter(share.covers()).toList();
        var open = windows.around(allotment.window(), now, moments(covered));
        var lines = within(covered, open).stream().filter(line -> isOfKind(line, share)).toList();
        var limit = Counting.limit(allotment);
        var used = counting.total(allotment, lines);
        var delivered =
                counting.total(
                        allotment,
                        lines.stream()
                                .filter(line -> line.state() == History.State.DELIVERED)
                                .toList());
        return new AllotmentState(
                programme.id(),
                allotment,
                share.of(),
                limit,
                used,
                used.minus(delivered),
                limit.minus(used).orZero(),
                open.flatMap(Span::start),
                open.flatMap(Span::end),
                windows.resets(allotment.window(), open, moments(lines)),
                lines,
                renewals(allotment, covered));
    }

    private Optional<Renewals> renewals(Allotment allotment, List<Line> covered) {
        var moments = moments(covered);
        return renewalWindow(allotment)
                .filter(_ -> allotment.count() == Count.RENEWALS)
                .map(window ->
                        new Renewals(
                                within(covered, windows.before(window, now, moments)),
                                within(covered, windows.around(window, now, moments))));
    }

    private List<Line> within(List<Line> lines, Optional<Span> span) {
        return lines.stream()
                .filter(line -> span.map(it -> it.contains(moment(line))).orElse(false))
                .toList();
    }

    /// The running total over the basket's lines: the first line with which it passes the limit is
    /// in excess, and so is every later line that asks for some of the allotment.
    private List<Excess> excesses(Share share, List<Asked> basket) {
        var allotment = share.allotment();
        var state = state(share);
        var asking =
                IntStream.range(0, basket.size())
                        .filter(place -> asks(share, state, basket.get(place)))
                        .boxed()
                        .toList();
        var running = new ArrayList<>(state.lines());
        asking.forEach(place -> running.add(line(basket.get(place), basket.get(place).quantity())));
        var asked = counting.total(allotment, running).minus(state.used());

        var excesses = new ArrayList<Excess>();
        var before = new ArrayList<>(state.lines());
        for (var place : asking) {
            var ask = basket.get(place);
            var remains = remains(share, state, before, ask);
            before.add(line(ask, ask.quantity()));
            if (counting.total(allotment, before).compareTo(state.limit()) > 0) {
                excesses.add(new Excess(place, state, asked, remains));
            }
        }
        return excesses;
    }

    private boolean asks(Share share, AllotmentState state, Asked ask) {
        var line = line(ask, ask.quantity());
        return ask.quantity() > 0
                && ask.offer().programme().equals(programme.id())
                && share.covers().test(line)
                && isOfKind(line, share)
                && totalWith(share, state.lines(), line).compareTo(state.used()) > 0;
    }

    /// The largest number of units of `ask` that fits after the lines `before`.
    private long remains(Share share, AllotmentState state, List<Line> before, Asked ask) {
        return LargestFit.upTo(
                ask.quantity(),
                units -> totalWith(share, before, line(ask, units)).compareTo(state.limit()) <= 0);
    }

    private Figure totalWith(Share share, List<Line> lines, Line more) {
        var all = new ArrayList<>(lines);
        all.add(more);
        return counting.total(share.allotment(), all);
    }

    private Line line(Asked ask, long quantity) {
        return Line.of(
                pack, ask.offer(), quantity, THIS_ORDER, now, History.State.PLACED, List.of());
    }

    private boolean isOfKind(Line line, Share share) {
        return switch (share.allotment().count()) {
            case RENEWALS -> isRenewal(line, share);
            case INITIAL -> !isRenewal(line, share);
            case PRODUCTS, TITLES, LICENCES, DEVICES, FEES, ORDERS -> true;
        };
    }

    /// A renewal asks for an offer, or for what it succeeds, that the organisation had in the
    /// window before.
    private boolean isRenewal(Line line, Share share) {
        var family = succession.withPredecessors(line.offer());
        var had = counted.stream().filter(each -> family.contains(each.offer()));
        var at = moment(line);
        var window = renewalWindow(share.allotment());
        if (window.isEmpty()) {
            return had.anyMatch(each -> moment(each).isBefore(at));
        }
        var covered = counted.stream().filter(share.covers()).toList();
        return windows.before(window.get(), at, moments(covered))
                .map(before -> had.anyMatch(each -> before.contains(moment(each))))
                .orElse(false);
    }

    /// Before a lifetime there is no window: there, what the programme's other allotments of
    /// renewals or first requests run by is meant, else its fiscal year; so that a request is not a
    /// renewal for one of them and a first one for the other. Without any, whatever came earlier
    /// counts.
    private Optional<Window> renewalWindow(Allotment allotment) {
        if (!(allotment.window() instanceof Window.Lifetime)) {
            return Optional.of(allotment.window());
        }
        return version.allotments().stream()
                .filter(other -> other.count() == Count.RENEWALS || other.count() == Count.INITIAL)
                .map(Allotment::window)
                .filter(window -> !(window instanceof Window.Lifetime))
                .findFirst()
                .or(() -> programme.fiscalYear().map(_ -> new Window.FiscalYear()));
    }

    private List<Instant> moments(List<Line> lines) {
        return lines.stream().map(this::moment).toList();
    }

    /// Where the partner counts by payment, what is not paid yet would be counted if it were paid
    /// now.
    private Instant moment(Line line) {
        return switch (version.countedAt()) {
            case PLACED -> line.placed();
            case PAID -> line.paid().orElse(now);
        };
    }
}
