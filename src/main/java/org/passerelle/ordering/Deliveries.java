package org.passerelle.ordering;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.catalogue.GivenCode;
import org.passerelle.catalogue.Stockroom;
import org.passerelle.kernel.Actor;
import org.passerelle.ordering.ActOutcome.DayOutOfRange;
import org.passerelle.ordering.ActOutcome.Done;
import org.passerelle.ordering.ActOutcome.NoCodeHeld;
import org.passerelle.ordering.ActOutcome.NotAnAddress;
import org.passerelle.ordering.ActOutcome.NotNow;
import org.passerelle.ordering.ActOutcome.NothingGiven;
import org.passerelle.ordering.ActOutcome.ReasonMissing;
import org.passerelle.ordering.ActOutcome.SentBefore;
import org.passerelle.ordering.ActOutcome.TooOften;
import org.passerelle.ordering.Order.Event.Kind;
import org.passerelle.ordering.OrderState.Delivered;
import org.passerelle.ordering.OrderState.InFulfilment;
import org.passerelle.ordering.domain.Orders;
import org.passerelle.pack.model.Offer;
import org.passerelle.vault.Vault;
import org.springframework.stereotype.Component;

/// Hands over what was ordered, line by line, in as many parts as there are (ORD-11). Runs in the
/// face's transaction, on the locked order.
@Component
class Deliveries {
    private static final int RESENT_MOST = 3;
    private static final Duration RESENT_WITHIN = Duration.ofDays(1);
    private static final int LONGEST_WAIT_YEARS = 2;

    private final Orders orders;
    private final Stockroom stock;
    private final CartDesk desk;
    private final Parcels parcels;
    private final Completion completion;
    private final SupportContracts contracts;
    private final Vault vault;
    private final DeliveryLetters letters;
    private final OrderLog log;
    private final Clock clock;

    Deliveries(
            Orders orders,
            Stockroom stock,
            CartDesk desk,
            Parcels parcels,
            Completion completion,
            SupportContracts contracts,
            Vault vault,
            DeliveryLetters letters,
            OrderLog log,
            Clock clock) {
        this.orders = orders;
        this.stock = stock;
        this.desk = desk;
        this.parcels = parcels;
        this.completion = completion;
        this.contracts = contracts;
        this.vault = vault;
        this.letters = letters;
        this.log = log;
        this.clock = clock;
    }

    /// Hands something over for a line; `last` when nothing more follows. The line is delivered,
    /// and its allotment used, once its parcels have arrived too (ORD-11). A support contract may
    /// follow when the rest was delivered. The same under the same key again is not handed over
    /// again.
    ActOutcome deliver(
            Actor staff,
            OrderNumber number,
            int position,
            UUID key,
            HandedOver given,
            boolean last) {
        var order = orders.lock(number).orElseThrow();
        var handOver = handOver(id(number, position, key, given), position, given, staff);
        var before = sentBefore(order, handOver, given);
        if (before.isPresent()) {
            return before.get() instanceof Done && last
                    ? allHanded(staff, number, position)
                    : before.get();
        }
        var isLateContract =
                order.state() instanceof Delivered && given instanceof HandedOver.SupportContract;
        if (!(order.state() instanceof InFulfilment) && !isLateContract) {
            return new NotNow(order.state().code());
        }
        var fault = fault(given).or(() -> dayOutOfRange(order, given));
        if (fault.isPresent()) {
            return fault.get();
        }
        if (given instanceof HandedOver.CodesFromPool
                && stock.giveCodes(number.office(), order.cause(position)).isEmpty()) {
            return new NoCodeHeld();
        }
        hand(order, handOver, given, staff);
        if (last) {
            orders.allHanded(number, position, clock.instant());
            completion.onceThere(number, position, staff);
        }
        var now = orders.find(number).orElseThrow();
        letters.handedOver(now, handOver, parcels.countsAsArrived(now, handOver));
        log.audit(staff, order, "order.handed-over", given.what() + " for line " + position);
        return new Done(now);
    }

    /// Named by its line, its kind and its form, so that the key of another line's form is another
    /// hand-over.
    private static UUID id(OrderNumber number, int position, UUID key, HandedOver given) {
        var name = String.join(" ", number.key(), position + "", given.what().name(), key + "");
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<ActOutcome> sentBefore(Order order, HandOver handOver, HandedOver given) {
        return order.handedOver().stream()
                .filter(kept -> kept.id().equals(handOver.id()))
                .findFirst()
                .map(kept ->
                        kept.saysAs(handOver) && opened(order, kept).equals(secrets(given))
                                ? new Done(order)
                                : new SentBefore());
    }

    private void hand(Order order, HandOver handOver, HandedOver given, Actor staff) {
        var number = order.number();
        orders.handOver(
                number,
                handOver,
                secrets(given).map(text -> vault.seal(purpose(handOver.id()), text)));
        if (order.state() instanceof InFulfilment working && working.transmitted().isEmpty()) {
            log.note(order, Kind.TRANSMITTED, "", staff);
            orders.move(number, working.transmitted(clock.instant()));
        }
        log.note(order, Kind.HANDED_OVER, about(handOver), staff);
        if (given instanceof HandedOver.SupportContract(var contract, var from)) {
            contracts.recorded(order, order.line(handOver.position()), contract, from, staff);
        }
        parcels.watch(order, handOver);
    }

    /// Staff say that nothing more follows for a line; what was handed over before was all.
    ActOutcome allHanded(Actor staff, OrderNumber number, int position) {
        var order = orders.lock(number).orElseThrow();
        if (order.line(position).allHandedAt().isPresent()) {
            return new Done(order);
        }
        if (!(order.state() instanceof InFulfilment)) {
            return new NotNow(order.state().code());
        }
        if (order.handedOver(position).isEmpty()) {
            return new NothingGiven();
        }
        orders.allHanded(number, position, clock.instant());
        log.audit(staff, order, "order.all-handed-over", "line " + position);
        completion.onceThere(number, position, staff);
        return new Done(orders.find(number).orElseThrow());
    }

    private static Optional<ActOutcome> fault(HandedOver given) {
        return switch (given) {
            case HandedOver.Keys(var keys) -> nothing(keys);
            case HandedOver.Pins(var pins) -> nothing(pins);
            case HandedOver.Codes(var codes) -> nothing(codes);
            case HandedOver.Download(var address) -> notAnAddress(address);
            case HandedOver.Link(var address) -> notAnAddress(address);
            case HandedOver.Parcel(var carrier, var tracking, _, _)
                    when carrier.isBlank() || tracking.isBlank() ->
                    Optional.of(new NothingGiven());
            case HandedOver.Parcel _,
                    HandedOver.CodesFromPool _,
                    HandedOver.Token _,
                    HandedOver.SupportContract _ ->
                    Optional.empty();
        };
    }

    /// A parcel on its way arrives from today on; a contract may run since the order was placed.
    private Optional<ActOutcome> dayOutOfRange(Order order, HandedOver given) {
        var calendar = desk.calendarOf(order.organisation());
        var today = calendar.dayOf(clock.instant());
        return switch (given) {
            case HandedOver.Parcel parcel ->
                    parcel.expectedOn().flatMap(day -> outside(today, day, today));
            case HandedOver.SupportContract(_, var from) ->
                    outside(calendar.dayOf(order.placedAt()), from, today);
            case HandedOver.Keys _,
                    HandedOver.Pins _,
                    HandedOver.Codes _,
                    HandedOver.CodesFromPool _,
                    HandedOver.Download _,
                    HandedOver.Link _,
                    HandedOver.Token _ ->
                    Optional.empty();
        };
    }

    private static Optional<ActOutcome> outside(
            LocalDate earliest, LocalDate day, LocalDate today) {
        var latest = today.plusYears(LONGEST_WAIT_YEARS);
        return day.isBefore(earliest) || day.isAfter(latest)
                ? Optional.of(new DayOutOfRange(earliest, latest))
                : Optional.empty();
    }

    private static Optional<ActOutcome> nothing(List<String> secrets) {
        return secrets.isEmpty() ? Optional.of(new NothingGiven()) : Optional.empty();
    }

    private static Optional<ActOutcome> notAnAddress(String address) {
        return address.matches("https://[^\\s<>\"]+")
                ? Optional.empty()
                : Optional.of(new NotAnAddress(address));
    }

    private HandOver handOver(UUID id, int position, HandedOver given, Actor staff) {
        Optional<String> none = Optional.empty();
        var address =
                switch (given) {
                    case HandedOver.Download(var to) -> Optional.of(to);
                    case HandedOver.Link(var to) -> Optional.of(to);
                    case HandedOver.Keys _,
                            HandedOver.Pins _,
                            HandedOver.Codes _,
                            HandedOver.CodesFromPool _,
                            HandedOver.Token _,
                            HandedOver.Parcel _,
                            HandedOver.SupportContract _ ->
                            none;
                };
        var parcel =
                given instanceof HandedOver.Parcel some
                        ? Optional.of(some)
                        : Optional.<HandedOver.Parcel>empty();
        var contract =
                given instanceof HandedOver.SupportContract some
                        ? Optional.of(some)
                        : Optional.<HandedOver.SupportContract>empty();
        return new HandOver(
                id,
                position,
                given.what(),
                address,
                parcel.map(HandedOver.Parcel::carrier),
                parcel.map(HandedOver.Parcel::trackingNumber)
                        .or(() -> contract.flatMap(HandedOver.SupportContract::number)),
                parcel.flatMap(HandedOver.Parcel::contents),
                parcel.flatMap(HandedOver.Parcel::expectedOn)
                        .or(() -> contract.map(HandedOver.SupportContract::activeFrom)),
                Optional.empty(),
                clock.instant(),
                staff.signature());
    }

    private static Optional<String> secrets(HandedOver given) {
        return switch (given) {
            case HandedOver.Keys(var keys) -> Optional.of(String.join("\n", keys));
            case HandedOver.Pins(var pins) -> Optional.of(String.join("\n", pins));
            case HandedOver.Codes(var codes) -> Optional.of(String.join("\n", codes));
            case HandedOver.CodesFromPool _,
                    HandedOver.Download _,
                    HandedOver.Link _,
                    HandedOver.Token _,
                    HandedOver.Parcel _,
                    HandedOver.SupportContract _ ->
                    Optional.empty();
        };
    }

    private static String purpose(UUID handOver) {
        return "ordering.hand-over " + handOver;
    }

    /// The secrets of one hand-over of an order, opened; codes of a pool are with the pool.
    List<String> secrets(Order order, HandOver handOver) {
        return opened(order, handOver)
                .map(text -> text.lines().toList())
                .orElseGet(() ->
                        handOver.what() == Offer.HandOver.What.CODE
                                ? poolCodes(order, handOver)
                                : List.of());
    }

    private Optional<String> opened(Order order, HandOver handOver) {
        return orders.sealed(order.number()).stream()
                .filter(sealed -> sealed.handOver().equals(handOver.id()))
                .findFirst()
                .map(sealed -> vault.open(purpose(sealed.handOver()), sealed.bytes()));
    }

    private List<String> poolCodes(Order order, HandOver handOver) {
        return stock.givenCodes(order.number().office(), order.cause(handOver.position())).stream()
                .map(GivenCode::code)
                .toList();
    }

    /// Another day is expected for a line than was promised: the organisation is told at once.
    ActOutcome expect(Actor staff, OrderNumber number, int position, LocalDate day, String reason) {
        var order = orders.lock(number).orElseThrow();
        var line = order.line(position);
        if (!(order.state() instanceof OrderState.Open) || line.deliveredAt().isPresent()) {
            return new NotNow(order.state().code());
        }
        var today = desk.calendarOf(order.organisation()).dayOf(clock.instant());
        var wrong = outside(today, day, today);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (reason.isBlank()) {
            return new ReasonMissing();
        }
        if (line.expectedOn().filter(day::equals).isPresent()) {
            return new Done(order);
        }
        orders.expect(number, position, day);
        log.note(order, Kind.EXPECTED, position + " " + day + " " + reason.strip(), staff);
        log.audit(staff, order, "order.expected", "line " + position + " on " + day);
        var now = orders.find(number).orElseThrow();
        letters.expected(now, now.line(position), line.expectedOn(), reason.strip());
        return new Done(now);
    }

    /// Writes the letter of one hand-over again (ORD-11).
    ActOutcome resend(Actor actor, OrderNumber number, UUID handOver) {
        var order = orders.lock(number).orElseThrow();
        var found = order.handedOver().stream().filter(h -> h.id().equals(handOver)).findFirst();
        if (found.isEmpty()) {
            return new NothingGiven();
        }
        if (actor instanceof Actor.Member && isTooOften(order, found.get())) {
            return new TooOften(RESENT_MOST);
        }
        letters.again(order, found.get(), parcels.countsAsArrived(order, found.get()));
        log.note(order, Kind.RESENT, about(found.get()), actor);
        return new Done(orders.find(number).orElseThrow());
    }

    private static String about(HandOver handOver) {
        return handOver.position() + " " + handOver.what() + " " + handOver.id();
    }

    /// Mail programs take many equal letters for spam, so an organisation asks for a few a day;
    /// staff, who are asked on the phone, are not held back.
    private boolean isTooOften(Order order, HandOver handOver) {
        var since = clock.instant().minus(RESENT_WITHIN);
        return order.events().stream()
                        .filter(event -> event.kind() == Kind.RESENT)
                        .filter(event -> event.detail().equals(about(handOver)))
                        .filter(event -> event.at().isAfter(since))
                        .count()
                >= RESENT_MOST;
    }
}
