package org.passerelle.ordering;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.agenda.Agenda;
import org.passerelle.kernel.Actor;
import org.passerelle.ordering.ActOutcome.DayOutOfRange;
import org.passerelle.ordering.ActOutcome.Done;
import org.passerelle.ordering.ActOutcome.NothingGiven;
import org.passerelle.ordering.Order.Event.Kind;
import org.passerelle.ordering.domain.Orders;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Offer;
import org.springframework.stereotype.Component;

/// Parcels under way until they are there (ORD-11). One of which nobody says a word counts as
/// arrived some business days after it was expected, so that no order stays open for ever; how many
/// is the office's to say. Runs on the locked order.
@Component
class Parcels {
    static final String KIND = "ordering.parcel-without-word";
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Orders orders;
    private final CartDesk desk;
    private final Completion completion;
    private final Packs packs;
    private final Agenda agenda;
    private final DeliveryLetters letters;
    private final OrderLog log;
    private final Clock clock;

    Parcels(
            Orders orders,
            CartDesk desk,
            Completion completion,
            Packs packs,
            Agenda agenda,
            DeliveryLetters letters,
            OrderLog log,
            Clock clock) {
        this.orders = orders;
        this.desk = desk;
        this.completion = completion;
        this.packs = packs;
        this.agenda = agenda;
        this.letters = letters;
        this.log = log;
        this.clock = clock;
    }

    /// A parcel is there: the organisation says so, or staff who followed it. The line is delivered
    /// with the last of its parcels (ORD-11). Whoever said it needs no letter about it.
    ActOutcome arrived(Actor by, OrderNumber number, UUID parcel, LocalDate on) {
        var order = orders.lock(number).orElseThrow();
        var found = parcel(order, parcel);
        if (found.isEmpty()) {
            return new NothingGiven();
        }
        if (!found.get().isUnderWay()) {
            return new Done(order);
        }
        var calendar = desk.calendarOf(order.organisation());
        var sent = calendar.dayOf(found.get().at());
        var today = calendar.dayOf(clock.instant());
        if (on.isBefore(sent) || on.isAfter(today)) {
            return new DayOutOfRange(sent, today);
        }
        agenda.cancel(KIND, PartOfOrder.of(number, parcel).toString());
        there(order, found.get(), on, Kind.ARRIVED, by);
        if (!(by instanceof Actor.Member)) {
            letters.arrived(order, found.get());
        }
        return new Done(orders.find(number).orElseThrow());
    }

    private static Optional<HandOver> parcel(Order order, UUID id) {
        return order.handedOver().stream()
                .filter(handOver -> handOver.id().equals(id))
                .filter(handOver -> handOver.what() == Offer.HandOver.What.PARCEL)
                .findFirst();
    }

    private void there(Order order, HandOver parcel, LocalDate on, Kind kind, Actor by) {
        orders.arrived(parcel.id(), on, clock.instant(), by.signature());
        log.note(order, kind, parcel.told(), by);
        log.audit(by, order, "order.parcel-arrived", parcel.reference().orElse("") + " " + on);
        completion.onceThere(order.number(), parcel.position(), by);
    }

    /// The day from which a parcel without a word counts as arrived; empty for anything else, and
    /// for a parcel that is there. It moves when another day is expected.
    Optional<LocalDate> countsAsArrived(Order order, HandOver handOver) {
        if (!handOver.isUnderWay()) {
            return Optional.empty();
        }
        var calendar = desk.calendarOf(order.organisation());
        var sent = calendar.dayOf(handOver.at());
        var awaited =
                handOver.onDay()
                        .or(() -> order.line(handOver.position()).expectedOn())
                        .filter(sent::isBefore)
                        .orElse(sent);
        var days = packs.get(order.number().office()).office().promises().parcelBusinessDays();
        return Optional.of(calendar.plusBusinessDays(awaited, days));
    }

    /// Notes in the agenda when a parcel without a word counts as arrived; nothing for what is no
    /// parcel under way.
    void watch(Order order, HandOver handOver) {
        countsAsArrived(order, handOver).ifPresent(day -> watch(order, handOver, day));
    }

    private void watch(Order order, HandOver parcel, LocalDate day) {
        var zone = packs.get(order.number().office()).office().zone();
        agenda.plan(
                KIND,
                PartOfOrder.of(order.number(), parcel.id()).toString(),
                day.atTime(MORNING).atZone(zone).toInstant());
    }

    /// The day is there and nobody said a word: the parcel counts as arrived, and the organisation
    /// is told, so that it may object. One that was given another day meanwhile waits for that.
    void countAsArrived(PartOfOrder subject, Instant due, Actor by) {
        var order = orders.lock(subject.order()).orElseThrow();
        var parcel = parcel(order, subject.parcel()).orElseThrow();
        var day = countsAsArrived(order, parcel);
        var today = desk.calendarOf(order.organisation()).dayOf(due);
        if (day.isEmpty() || !(order.state() instanceof OrderState.Open)) {
            return;
        }
        if (day.get().isAfter(today)) {
            watch(order, parcel, day.get());
            return;
        }
        there(order, parcel, today, Kind.COUNTED_AS_ARRIVED, by);
        letters.countedAsArrived(order, parcel);
    }
}
