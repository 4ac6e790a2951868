package org.passerelle.ordering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Programme;
import org.passerelle.programme.AllotmentRules;
import org.passerelle.programme.AllotmentRules.Asked;
import org.passerelle.programme.History;
import org.passerelle.programme.PaperLedger;

/// The life of orders without a database: the product's states, rules and counting, on a ledger of
/// paper that is told what [Checkout], [Fulfilment], [Deliveries] and [UnpaidOrders] tell theirs.
final class PaperHouse {
    static final List<OrganisationId> ORGANISATIONS =
            List.of(
                    new OrganisationId(new UUID(1, 1)),
                    new OrganisationId(new UUID(2, 2)),
                    new OrganisationId(new UUID(3, 3)));
    private static final List<Period> LENGTHS =
            List.of(Period.ofYears(1), Period.ofYears(2), Period.ofDays(90), Period.ofMonths(1));

    final Pack pack;
    final List<PaperOrder> orders = new ArrayList<>();
    final PaperLedger ledger = new PaperLedger();
    Instant now;

    PaperHouse(Pack pack, Instant now) {
        this.pack = pack;
        this.now = now;
    }

    /// Something that happens, drawn before it is known to what: the numbers choose among what is
    /// there by then, so that any part of a history is a history.
    record Act(int what, int who, int which, int far, List<Integer> wishes) {
        static Act any(Random random) {
            return new Act(
                    random.nextInt(20),
                    random.nextInt(ORGANISATIONS.size()),
                    random.nextInt(1_000_000),
                    random.nextInt(1_000_000),
                    random.ints(1 + random.nextInt(3), 0, 1_000_000).boxed().toList());
        }

        /// Who orders, where somebody does.
        OrganisationId organisation() {
            return ORGANISATIONS.get(who);
        }
    }

    /// Lets time pass and does it. Answers the order that was wished for, placed or not.
    Optional<Wish> live(Act act) {
        now = later(act);
        if (act.what() < 8) {
            return Optional.of(place(act));
        }
        var theirs =
                orders.stream()
                        .filter(order -> order.organisation.equals(act.organisation()))
                        .toList();
        if (theirs.isEmpty()) {
            return Optional.of(place(act));
        }
        var order = theirs.get(act.which() / 2 % theirs.size());
        switch (act.what()) {
            case 8, 9, 10, 11 -> pay(order, act.which() % 2 == 0);
            case 12 -> approve(order);
            case 13 -> refuse(order);
            case 14 -> cancel(order);
            case 15 -> expire(order);
            case 16 -> transmit(order);
            default -> deliver(order, act.far());
        }
        return Optional.empty();
    }

    /// What somebody asked for, and whether it was placed.
    record Wish(OrganisationId organisation, List<Asked> lines, boolean isPlaced) {}

    private Wish place(Act act) {
        var organisation = act.organisation();
        var lines = act.wishes().stream().map(this::asked).toList();
        var history = new History(ledger.linesOf(organisation));
        if (!AllotmentRules.excesses(pack, Optional.empty(), history, lines, now).isEmpty()) {
            return new Wish(organisation, lines, false);
        }
        var order = new PaperOrder("order " + orders.size(), organisation, lines, now);
        orders.add(order);
        for (var position = 0; position < lines.size(); position++) {
            var line = lines.get(position);
            ledger.reserve(
                    organisation,
                    pack.office().id(),
                    position,
                    History.Line.of(
                            pack,
                            line.offer(),
                            line.quantity(),
                            order.key,
                            now,
                            History.State.PLACED,
                            List.of()));
        }
        return new Wish(organisation, lines, true);
    }

    private Asked asked(int wish) {
        var offers = List.copyOf(pack.offers().values());
        Offer offer = offers.get(wish % offers.size());
        return new Asked(offer, 1 + wish / offers.size() % 4);
    }

    private void pay(PaperOrder order, boolean needsApproval) {
        if (order.state instanceof OrderState.AwaitingPayment waiting) {
            order.state = waiting.paid(now, needsApproval);
            ledger.paid(order.key, now);
        }
    }

    private void approve(PaperOrder order) {
        if (order.state instanceof OrderState.AwaitingApproval waiting) {
            order.state = waiting.approved(now);
        }
    }

    private void refuse(PaperOrder order) {
        if (order.state instanceof OrderState.AwaitingApproval waiting) {
            order.state = waiting.refused(now, Signature.of("staff"), "No");
            ledger.release(order.key, now);
        }
    }

    private void cancel(PaperOrder order) {
        if (order.state instanceof OrderState.Open open) {
            open.cancelled(now, Signature.of("member"), "Otherwise")
                    .ifPresent(cancelled -> {
                        order.state = cancelled;
                        ledger.release(order.key, now);
                    });
        }
    }

    private void expire(PaperOrder order) {
        if (order.state instanceof OrderState.AwaitingPayment waiting) {
            order.state = waiting.expired(now);
            ledger.release(order.key, now);
        }
    }

    private void transmit(PaperOrder order) {
        switch (order.state) {
            case OrderState.AwaitingApproval waiting -> order.state = waiting.transmitted(now);
            case OrderState.InFulfilment working -> order.state = working.transmitted(now);
            default -> {}
        }
    }

    /// One line; the order is delivered with its last. Handing a line over again changes nothing.
    private void deliver(PaperOrder order, int line) {
        if (order.state instanceof OrderState.InFulfilment working) {
            var position = line % order.lines.size();
            order.state = working.transmitted(now);
            order.delivered.add(position);
            ledger.use(order.key, position, now);
            if (order.delivered.size() == order.lines.size()) {
                order.state = working.delivered(now);
            }
        }
    }

    /// A moment, some days, or to the very edge of something: a microsecond before it, on it, or
    /// just after it.
    private Instant later(Act act) {
        var far = act.far();
        return switch (far % 4) {
            case 0 -> now.plusSeconds(far % 10_000);
            case 1 -> now.plus(far % 200, ChronoUnit.DAYS).plusMillis(far);
            default -> {
                var edges = edges().filter(edge -> edge.isAfter(now)).sorted().toList();
                var nearest = edges.get(far % Math.min(5, edges.size()));
                var edge = nearest.plus(far / 8 % 3 - 1, ChronoUnit.MICROS);
                yield edge.isAfter(now) ? edge : now;
            }
        };
    }

    private Stream<Instant> edges() {
        var zones =
                Stream.concat(
                                Stream.of(pack.office().zone()),
                                pack.programmes().values().stream()
                                        .flatMap(p -> p.fiscalYear().stream())
                                        .map(Programme.FiscalYear::zone))
                        .distinct()
                        .toList();
        return zones.stream()
                .flatMap(zone ->
                        Stream.of(days(zone), turns(zone), anniversaries(zone)).flatMap(s -> s));
    }

    /// New Year, the programmes' years, leap days and the days after them.
    private Stream<Instant> days(ZoneId zone) {
        var year = now.atZone(zone).getYear();
        var starts =
                pack.programmes().values().stream()
                        .flatMap(programme -> programme.fiscalYear().stream())
                        .map(Programme.FiscalYear::starts)
                        .toList();
        return Stream.of(year, year + 1, year + 2, year + 3, year + 4)
                .flatMap(each ->
                        Stream.concat(
                                Stream.of(
                                        LocalDate.of(each, 1, 1),
                                        LocalDate.of(each, 2, 28).plusDays(1),
                                        LocalDate.of(each, 2, 28).plusDays(2)),
                                starts.stream().map(start -> start.atYear(each))))
                .map(day -> day.atStartOfDay(zone).toInstant());
    }

    /// When the clocks change.
    private Stream<Instant> turns(ZoneId zone) {
        return Optional.ofNullable(zone.getRules().nextTransition(now)).stream()
                .map(turn -> turn.getInstant());
    }

    /// A window's length after an order was placed or paid.
    private Stream<Instant> anniversaries(ZoneId zone) {
        return orders.stream()
                .flatMap(order -> Stream.concat(Stream.of(order.placed), order.paid().stream()))
                .flatMap(moment ->
                        LENGTHS.stream().map(each -> moment.atZone(zone).plus(each).toInstant()));
    }
}
