package org.passerelle.faults;

import static org.passerelle.ordering.OrderingFixture.OFFICE;
import static org.passerelle.ordering.OrderingFixture.STAFF;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.faults.Course.Step;
import org.passerelle.identity.People;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.ordering.ActOutcome;
import org.passerelle.ordering.HandedOver;
import org.passerelle.ordering.IdempotencyKey;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.ordering.PlaceOutcome;
import org.passerelle.pack.model.Offer;
import org.passerelle.payment.RecordOutcome;

/// Buyers and staff who go on where they stopped: whoever got no answer asks again, with the same
/// key, and looks before handing anything over a second time.
final class Clients {
    private static final int SHELF = 1_000;
    private static final LocalDate BANK_DAY = LocalDate.of(2026, 11, 20);

    private final OrderingFixture house;
    private final People people;
    private final Journal journal;

    Clients(OrderingFixture house, People people, Journal journal) {
        this.house = house;
        this.people = people;
        this.journal = journal;
    }

    /// One order and who wants it; `id` is its key, its bank reference and its tracking number.
    record Journey(String id, Course course, Buyer buyer) {}

    void fillShelves(int codes) {
        house.stockroom.count(STAFF, OFFICE, OrderingFixture.LAPTOP, SHELF, "test");
        var pool = (Offer.Stock.CodePool) house.offer(Course.FROM_POOL.offer()).stock();
        var list = new StringBuilder("code;expires\n");
        for (var i = 0; i < codes; i++) {
            list.append("K-").append(UUID.randomUUID()).append(";2099-12-31\n");
        }
        house.stockroom.importCodes(STAFF, OFFICE, pool.pool(), list.toString());
    }

    Journey begin(Course course) {
        var journey = new Journey(UUID.randomUUID().toString(), course, house.qualified());
        house.programmes.judge(
                STAFF,
                journey.buyer().organisation(),
                "serves-disadvantaged",
                true,
                "Annual report.");
        journal.write(
                "begin",
                journey.id(),
                course,
                journey.buyer().organisation().value(),
                journey.buyer().holder().id());
        return journey;
    }

    /// All journeys that were begun and did not reach their end.
    List<Journey> unfinished() {
        var done = new HashSet<String>();
        journal.all("done").forEach(words -> done.add(words.getFirst()));
        var open = new ArrayList<Journey>();
        for (var words : journal.all("begin")) {
            if (!done.contains(words.getFirst())) {
                open.add(
                        new Journey(
                                words.get(0),
                                Course.valueOf(words.get(1)),
                                new Buyer(
                                        new OrganisationId(UUID.fromString(words.get(2))),
                                        people.find(PersonId.of(words.get(3))).orElseThrow())));
            }
        }
        return open;
    }

    /// Goes all steps that were not acknowledged yet.
    void walk(Journey journey, Runnable beforePlacing) {
        var acknowledged = acknowledged(journey);
        for (var step : journey.course().steps()) {
            if (step == Step.PLACE) {
                beforePlacing.run();
            }
            if (!acknowledged.contains(step)) {
                go(journey, step);
                journal.write("ack", journey.id(), step);
            }
        }
        journal.write("done", journey.id());
    }

    private Set<Step> acknowledged(Journey journey) {
        var steps = new HashSet<Step>();
        journal.all("ack").stream()
                .filter(words -> words.getFirst().equals(journey.id()))
                .forEach(words -> steps.add(Step.valueOf(words.get(1))));
        return steps;
    }

    private void go(Journey journey, Step step) {
        switch (step) {
            case FILL -> house.fill(journey.buyer(), journey.course().offer(), "1");
            case PLACE -> place(journey);
            case PAY -> pay(journey);
            case TRANSMIT -> done(house.ordering.transmit(STAFF, order(journey).number()));
            case APPROVE -> done(house.ordering.approve(STAFF, order(journey).number()));
            case DELIVER -> deliver(journey);
            case REFUSE -> refuse(journey);
            case CANCEL ->
                    done(
                            house.ordering.cancel(
                                    journey.buyer().actor(), order(journey).number(), "too late"));
        }
    }

    private Order order(Journey journey) {
        return house.ordering.history(journey.buyer().organisation()).getFirst();
    }

    private void place(Journey journey) {
        var outcome =
                house.ordering.place(
                        journey.buyer().actor(),
                        journey.buyer().organisation(),
                        new IdempotencyKey(journey.id()),
                        Optional.empty(),
                        Optional.empty());
        if (!(outcome instanceof PlaceOutcome.Placed)) {
            throw new IllegalStateException(journey + " was not placed: " + outcome);
        }
    }

    private void pay(Journey journey) {
        var order = order(journey);
        var outcome =
                house.ordering.recordPayment(
                        STAFF,
                        order.number(),
                        order.total().gross(),
                        BANK_DAY,
                        "bank " + journey.id());
        if (!(outcome instanceof RecordOutcome.Settled)
                && !(outcome instanceof RecordOutcome.AlreadyRecorded)) {
            throw new IllegalStateException(journey + " was not paid: " + outcome);
        }
    }

    private void deliver(Journey journey) {
        var order = order(journey);
        if (order.handedOver().isEmpty()) {
            done(
                    house.ordering.deliver(
                            STAFF, order.number(), 1, UUID.randomUUID(), given(journey), true));
        }
        house.arrives(order(journey));
    }

    private static HandedOver given(Journey journey) {
        return journey.course() == Course.FROM_POOL
                ? new HandedOver.CodesFromPool()
                : new HandedOver.Parcel("Post", journey.id(), Optional.empty(), Optional.empty());
    }

    private void refuse(Journey journey) {
        var order = order(journey);
        if (order.state().code() != journey.course().end()) {
            done(house.ordering.refuse(STAFF, order.number(), "not this year"));
        }
    }

    private static void done(ActOutcome outcome) {
        if (!(outcome instanceof ActOutcome.Done)) {
            throw new IllegalStateException("Not done: " + outcome);
        }
    }
}
