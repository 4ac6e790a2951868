package org.passerelle.ordering;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import org.passerelle.agenda.Agenda;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.BusinessCalendar;
import org.passerelle.ordering.Order.Event.Kind;
import org.passerelle.ordering.Order.SupportContract;
import org.passerelle.ordering.domain.Orders;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Offer;
import org.springframework.stereotype.Component;

/// The partner's support that comes with equipment: planned once the whole order has arrived, in
/// force some weeks later, both by the pack (ORD-11). Staff who hear of it from the partner record
/// its number, and another first day if there is one.
@Component
class SupportContracts {
    static final String KIND = "ordering.support-contract";

    private final Orders orders;
    private final Packs packs;
    private final CartDesk desk;
    private final Agenda agenda;
    private final DeliveryLetters letters;
    private final OrderLog log;
    private final Clock clock;

    SupportContracts(
            Orders orders,
            Packs packs,
            CartDesk desk,
            Agenda agenda,
            DeliveryLetters letters,
            OrderLog log,
            Clock clock) {
        this.orders = orders;
        this.packs = packs;
        this.desk = desk;
        this.agenda = agenda;
        this.letters = letters;
        this.log = log;
        this.clock = clock;
    }

    /// Everything has arrived: each line with support is planned, unless staff did it before. One
    /// letter tells of all.
    void plan(Order order, Actor by) {
        var calendar = desk.calendarOf(order.organisation());
        var arrived = arrived(order, calendar);
        var planned = false;
        for (var line : order.lines()) {
            var term =
                    promise(order, line)
                            .flatMap(promise -> SupportTerm.after(promise, arrived, calendar));
            if (line.contract().isEmpty() && line.kept() > 0 && term.isPresent()) {
                keep(
                        order,
                        line,
                        new SupportContract(
                                Optional.empty(),
                                term.get().from(),
                                term.get().until(),
                                Optional.empty(),
                                Optional.empty()),
                        by);
                planned = true;
            }
        }
        if (planned) {
            letters.contractsPlanned(orders.find(order.number()).orElseThrow());
        }
    }

    /// Staff know the contract: its number, and when it begins.
    void recorded(
            Order order, Order.Line line, Optional<String> number, LocalDate from, Actor staff) {
        var calendar = desk.calendarOf(order.organisation());
        var until =
                promise(order, line)
                        .flatMap(promise -> SupportTerm.until(promise, arrived(order, calendar)))
                        .filter(last -> !last.isBefore(from));
        keep(
                order,
                line,
                new SupportContract(
                        number.or(() -> line.contract().flatMap(SupportContract::number)),
                        from,
                        until,
                        line.contract()
                                .flatMap(SupportContract::activeSince)
                                .filter(_ -> !from.isAfter(calendar.dayOf(clock.instant()))),
                        line.contract().flatMap(SupportContract::endedOn)),
                staff);
    }

    private void keep(Order order, Order.Line line, SupportContract contract, Actor by) {
        orders.contract(order.number(), line.position(), contract);
        log.note(order, Kind.CONTRACT_PLANNED, line.position() + " " + contract.from(), by);
        if (contract.activeSince().isEmpty()) {
            agenda.plan(
                    KIND,
                    PartOfOrder.of(order.number(), line.position()).toString(),
                    contract.from().atStartOfDay(zone(order)).toInstant());
        }
    }

    /// The first day is there: the contract is in force, and the organisation is told. One that was
    /// given another day meanwhile, or is in force already, stays as it is.
    void begin(PartOfOrder subject, Actor by) {
        var order = orders.lock(subject.order()).orElseThrow();
        var line = order.line(subject.position());
        var now = clock.instant();
        var due = line.contract().filter(contract -> isDue(order, contract, now));
        if (due.isEmpty()) {
            return;
        }
        var contract = due.get();
        orders.contract(
                order.number(),
                line.position(),
                new SupportContract(
                        contract.number(),
                        contract.from(),
                        contract.until(),
                        Optional.of(now),
                        Optional.empty()));
        log.note(order, Kind.CONTRACT_ACTIVE, Integer.toString(line.position()), by);
        letters.contractActive(order, line, contract);
    }

    /// Nothing is left that it is for: it ends today, or never begins. Answers whether there was
    /// one.
    boolean end(Order order, Order.Line line, Actor by) {
        var running = line.contract().filter(contract -> contract.endedOn().isEmpty());
        var today = clock.instant().atZone(zone(order)).toLocalDate();
        running.ifPresent(contract -> {
            orders.contract(order.number(), line.position(), contract.ended(today));
            agenda.cancel(KIND, PartOfOrder.of(order.number(), line.position()).toString());
            log.note(order, Kind.CONTRACT_ENDED, line.position() + " " + today, by);
        });
        return running.isPresent();
    }

    private boolean isDue(Order order, SupportContract contract, Instant now) {
        return contract.activeSince().isEmpty()
                && contract.endedOn().isEmpty()
                && !contract.from().isAfter(now.atZone(zone(order)).toLocalDate());
    }

    private ZoneId zone(Order order) {
        return packs.get(order.number().office()).office().zone();
    }

    private Optional<Offer.HandOver> promise(Order order, Order.Line line) {
        return packs.get(order.number().office())
                .offer(line.offer())
                .flatMap(SupportTerm::promised);
    }

    /// The day on which the last parcel was there; today where nothing came by parcel.
    private LocalDate arrived(Order order, BusinessCalendar calendar) {
        return order.handedOver().stream()
                .flatMap(handOver -> handOver.arrivedOn().stream())
                .max(Comparator.naturalOrder())
                .orElseGet(() -> calendar.dayOf(clock.instant()));
    }
}
