package org.passerelle.ordering;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.kernel.Actor;
import org.passerelle.ordering.Order.Event.Kind;
import org.passerelle.ordering.SeatOutcome.AlreadyHasOne;
import org.passerelle.ordering.SeatOutcome.Done;
import org.passerelle.ordering.SeatOutcome.NewUserUnsaid;
import org.passerelle.ordering.SeatOutcome.NoFreeSeat;
import org.passerelle.ordering.SeatOutcome.NobodyThere;
import org.passerelle.ordering.SeatOutcome.NotANewUser;
import org.passerelle.ordering.SeatOutcome.NotNow;
import org.passerelle.ordering.SeatOutcome.PersonIncomplete;
import org.passerelle.ordering.domain.Orders;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Programme;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.History;
import org.passerelle.programme.Programmes;
import org.springframework.stereotype.Component;

/// Units that are for one named person each: freed when the person leaves, given to another by the
/// same rules as in a cart (ORD-03, ORD-12).
@Component
class SeatDesk {
    private final Orders orders;
    private final CartDesk desk;
    private final Packs packs;
    private final Programmes programmes;
    private final OrderLog log;
    private final Clock clock;

    SeatDesk(
            Orders orders,
            CartDesk desk,
            Packs packs,
            Programmes programmes,
            OrderLog log,
            Clock clock) {
        this.orders = orders;
        this.desk = desk;
        this.packs = packs;
        this.programmes = programmes;
        this.log = log;
        this.clock = clock;
    }

    SeatOutcome free(Actor actor, OrderNumber number, int position, int place) {
        var order = orders.lock(number).orElseThrow();
        if (!isKept(order)) {
            return new NotNow();
        }
        var holds = order.line(position).holders().stream().anyMatch(p -> p.place() == place);
        if (!holds) {
            return new NobodyThere();
        }
        orders.free(number, position, place, clock.instant(), actor.signature());
        return noted(actor, order, Kind.SEAT_FREED, position, place);
    }

    /// Fewer units are left than persons have them: those who were given theirs last lose it.
    /// Answers who.
    List<Order.Person> endBeyond(Order order, Order.Line line, Actor by) {
        var ending = line.holders().stream().skip(line.kept()).toList();
        for (var person : ending) {
            orders.free(
                    order.number(),
                    line.position(),
                    person.place(),
                    clock.instant(),
                    by.signature());
            noted(by, order, Kind.SEAT_FREED, line.position(), person.place());
        }
        return ending;
    }

    /// Of two who give the last seat at once, or the same person two seats, one waits for the other
    /// and is told.
    SeatOutcome assign(Actor actor, OrderNumber number, int position, Cart.Person person) {
        orders.find(number).ifPresent(order -> orders.hold(order.organisation()));
        var order = orders.lock(number).orElseThrow();
        var line = order.line(position);
        if (!isKept(order) || !line.hasSeats()) {
            return new NotNow();
        }
        if (!CartDesk.isNamed(person)) {
            return new PersonIncomplete(person.name().isBlank(), !CartDesk.isAddress(person));
        }
        if (line.freeSeats() == 0) {
            return new NoFreeSeat();
        }
        var fault = fault(order, line, person);
        if (fault.isPresent()) {
            return fault.get();
        }
        var place = line.persons().size() + 1;
        var given =
                new Order.Person(
                        place,
                        person.name().strip(),
                        person.email().strip(),
                        person.newUser(),
                        clock.instant(),
                        Optional.empty());
        orders.assign(number, position, given, actor.signature());
        return noted(actor, order, Kind.SEAT_GIVEN, position, place);
    }

    private Optional<SeatOutcome> fault(Order order, Order.Line line, Cart.Person person) {
        var email = person.email().strip().toLowerCase(Locale.ROOT);
        var all = orders.withPersons(order.organisation());
        if (emails(all, line.programme(), true).contains(email)) {
            return Optional.of(new AlreadyHasOne(email));
        }
        if (!isForNewUsers(order, line)) {
            return Optional.empty();
        }
        if (person.newUser().isEmpty()) {
            return Optional.of(new NewUserUnsaid());
        }
        var isKnown =
                !person.newUser().get() || emails(all, line.programme(), false).contains(email);
        return isKnown ? Optional.of(new NotANewUser(email)) : Optional.empty();
    }

    boolean isForNewUsers(Order order, Order.Line line) {
        var pack = packs.get(order.number().office());
        var facts = programmes.factsOf(order.organisation());
        return pack.offer(line.offer())
                .flatMap(offer -> desk.rules(pack, offer, facts))
                .flatMap(Programme.Version::seats)
                .filter(Programme.Seats::newUsersOnly)
                .isPresent();
    }

    /// Names stay out of the order's history, which is never changed: it keeps the place.
    private Done noted(Actor actor, Order order, Kind kind, int position, int place) {
        log.note(order, kind, position + " " + place, actor);
        log.audit(
                actor,
                order,
                kind == Kind.SEAT_FREED ? "order.seat-freed" : "order.seat-given",
                "line " + position + ", seat " + place);
        return new Done(orders.find(order.number()).orElseThrow());
    }

    private static boolean isKept(Order order) {
        return order.state() instanceof OrderState.Open
                || order.state() instanceof OrderState.Delivered;
    }

    /// Those who hold a unit of a programme now, or who held one and gave it back.
    private static Set<String> emails(List<Order> orders, ProgrammeId programme, boolean holding) {
        return orders.stream()
                .filter(SeatDesk::isKept)
                .flatMap(order ->
                        order.lines().stream()
                                .filter(line -> line.programme().equals(programme))
                                .flatMap(line ->
                                        line.persons().stream()
                                                .filter(person ->
                                                        holding
                                                                ? person.holds()
                                                                : had(order, line, person))))
                .map(person -> person.email().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /// Somebody named by mistake, and freed before anything was handed over, never had anything.
    private static boolean had(Order order, Order.Line line, Order.Person person) {
        return person.until()
                .filter(until ->
                        order.handedOver(line.position()).stream()
                                .anyMatch(handOver -> handOver.at().isBefore(until)))
                .isPresent();
    }

    /// What was ordered, with the persons who have the units now: the ledger keeps those for whom
    /// they were ordered.
    static History asHeldNow(History history, List<Order> orders) {
        var lines =
                history.lines().stream()
                        .map(line -> holders(line, orders).map(line::heldBy).orElse(line))
                        .toList();
        Map<ProgrammeId, Set<String>> former = new HashMap<>();
        orders.stream()
                .flatMap(order -> order.lines().stream())
                .filter(Order.Line::hasSeats)
                .map(Order.Line::programme)
                .distinct()
                .forEach(programme -> former.put(programme, emails(orders, programme, false)));
        return new History(lines, former);
    }

    private static Optional<List<History.Person>> holders(History.Line line, List<Order> orders) {
        var seats =
                orders.stream()
                        .filter(order -> order.number().key().equals(line.order()))
                        .flatMap(order -> order.lines().stream())
                        .filter(one -> one.offer().equals(line.offer()) && one.hasSeats())
                        .toList();
        return seats.isEmpty()
                ? Optional.empty()
                : Optional.of(seats.stream().flatMap(SeatDesk::holders).toList());
    }

    private static Stream<History.Person> holders(Order.Line line) {
        return line.holders().stream()
                .map(person ->
                        new History.Person(
                                person.email(), Optional.of(person.name()), person.newUser()));
    }
}
