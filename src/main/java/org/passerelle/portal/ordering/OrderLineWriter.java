package org.passerelle.portal.ordering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.passerelle.ordering.AnswersAsAsked;
import org.passerelle.ordering.HandOver;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderState;
import org.passerelle.ordering.SupportTerm;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Pack;
import org.passerelle.portal.Limits;
import org.passerelle.ui.Fact;
import org.passerelle.ui.Namesakes;
import org.passerelle.ui.Why;
import org.passerelle.words.Words;

/// Writes the lines of an order in the reader's words: what came, what is still to come, who has
/// the units.
record OrderLineWriter(Pack pack, Words words, ZoneId zone, LocalDate today) {

    /// What the reader may do about seats.
    ///
    /// @param mayAct whether they may do more than read
    /// @param open the line for which somebody is just being named; zero for none
    /// @param asksNewUsers whether a line is for persons who are new with the partner
    record SeatForm(boolean mayAct, int open, Predicate<Order.Line> asksNewUsers) {}

    /// What is known of a hand-over beyond itself.
    ///
    /// @param secrets its keys, PINs and codes
    /// @param counted from when a parcel without a word counts as arrived
    record Known(
            Function<HandOver, List<String>> secrets,
            Function<HandOver, Optional<LocalDate>> counted) {}

    OrderPage.Line line(Order order, Order.Line line, SeatForm form, Known known) {
        return new OrderPage.Line(
                line.position(),
                line.offer().value(),
                title(line),
                pack.partner(line.partner()).map(p -> p.name()).orElse(""),
                line.price().quantity(),
                words.money(line.price().net()),
                tone(order, line),
                lineState(order, line),
                isLate(order, line)
                        || order.underWay(line.position()).stream().anyMatch(this::isLate),
                order.handedOver(line.position()).stream()
                        .map(handOver -> delivery(order, handOver, known))
                        .toList(),
                AnswersAsAsked.of(pack, line).stream()
                        .map(a -> Fact.of(a.asked(), a.answer()))
                        .toList(),
                support(order, line),
                line.hasSeats() && isKept(order)
                        ? Optional.of(seats(line, form))
                        : Optional.empty(),
                line.accepted().stream()
                        .map(accepted ->
                                new Why.Link(
                                        words.get(
                                                "ordering.accepted",
                                                conditionTitle(accepted),
                                                accepted.at().atZone(zone).toLocalDate()),
                                        "/offers/" + line.offer() + "#why"))
                        .toList());
    }

    private String conditionTitle(Order.Accepted accepted) {
        return pack.texts()
                .find(accepted.text(), words.language(), pack.office().languages())
                .map(text -> text.title())
                .orElse(accepted.text());
    }

    private String tone(Order order, Order.Line line) {
        if (line.deliveredAt().isPresent()) {
            return "ok";
        }
        return isLate(order, line) ? "warn" : "mute";
    }

    private boolean isLate(Order order, Order.Line line) {
        return order.state() instanceof OrderState.Open && line.isLate(today);
    }

    private boolean isLate(HandOver parcel) {
        return parcel.isUnderWay() && parcel.onDay().filter(today::isAfter).isPresent();
    }

    private String lineState(Order order, Order.Line line) {
        var delivered = order.deliveredOn(line.position(), zone);
        if (delivered.isPresent()) {
            return words.get("ordering.line.delivered", delivered.get());
        }
        if (!(order.state() instanceof OrderState.Open)) {
            return words.get("ordering.line.ended");
        }
        var underWay = order.underWay(line.position()).size();
        return Stream.of(
                        Optional.of(words.get("ordering.line.under-way", underWay))
                                .filter(_ -> underWay > 0),
                        line.expectedOn()
                                .map(day ->
                                        words.get(
                                                line.isLate(today)
                                                        ? "ordering.line.late"
                                                        : "ordering.line.expected",
                                                day)))
                .flatMap(Optional::stream)
                .reduce((first, second) -> first + " · " + second)
                .orElseGet(() -> promise(line));
    }

    /// What the offer promises while no day is known.
    private String promise(Order.Line line) {
        return pack.offer(line.offer())
                .flatMap(Offer::delivery)
                .map(delivery ->
                        words.get(
                                "ordering.line.promised." + word(delivery.after()),
                                new Limits(words).length(delivery.within())))
                .orElseGet(() -> words.get("ordering.line.waiting"));
    }

    private static String word(Offer.Delivery.After after) {
        return after.name().toLowerCase(Locale.ROOT);
    }

    /// The support that comes with the line: in force, planned, or promised for later.
    private Optional<OrderPage.Support> support(Order order, Order.Line line) {
        var promise = pack.offer(line.offer()).flatMap(SupportTerm::promised);
        var name =
                promise.flatMap(Offer.HandOver::title)
                        .map(title -> title.in(words.language()))
                        .orElseGet(() -> words.get("ordering.hand.support-contract"));
        if (line.contract().isPresent()) {
            return line.contract().map(contract -> support(name, contract));
        }
        return promise.filter(_ -> order.state() instanceof OrderState.Open)
                .flatMap(Offer.HandOver::after)
                .map(after ->
                        new OrderPage.Support(
                                name,
                                "mute",
                                words.get(
                                        "ordering.support.promised",
                                        new Limits(words).length(after)),
                                Optional.empty()));
    }

    private OrderPage.Support support(String name, Order.SupportContract contract) {
        if (contract.endedOn().isPresent()) {
            return new OrderPage.Support(
                    name,
                    "mute",
                    words.get("ordering.support.ended", contract.endedOn().get()),
                    contract.number());
        }
        var active = contract.activeSince().isPresent();
        var key = "ordering.support." + (active ? "active" : "planned");
        return new OrderPage.Support(
                name,
                active ? "ok" : "info",
                contract.until()
                        .map(until -> words.get(key + ".until", contract.from(), until))
                        .orElseGet(() -> words.get(key, contract.from())),
                contract.number());
    }

    /// An order that ended without delivery has no seats to give.
    private static boolean isKept(Order order) {
        return order.state() instanceof OrderState.Open
                || order.state() instanceof OrderState.Delivered;
    }

    private OrderPage.Seats seats(Order.Line line, SeatForm form) {
        var namesakes = Namesakes.among(line.holders().stream().map(one -> one.name()).toList());
        return new OrderPage.Seats(
                words.get(
                        "ordering.seats.count",
                        line.holders().size(),
                        line.kept(),
                        line.freeSeats()),
                line.holders().stream()
                        .map(person ->
                                new OrderPage.Seat(
                                        person.place(),
                                        person.name(),
                                        namesakes.told(person.name(), person.email()),
                                        person.email(),
                                        words.get("ordering.seats.since", day(person.since()))))
                        .toList(),
                line.persons().stream()
                        .filter(person -> !person.holds())
                        .map(person ->
                                words.get(
                                        "ordering.seats.former",
                                        person.name(),
                                        day(person.since()),
                                        person.until().map(this::day).orElseThrow()))
                        .toList(),
                form.mayAct(),
                form.mayAct() && line.freeSeats() > 0,
                form.asksNewUsers().test(line),
                form.open() == line.position());
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /// Today's title in the reader's language, or the one it was ordered under.
    String title(Order.Line line) {
        return pack.offer(line.offer())
                .map(offer -> offer.title().in(words.language()))
                .orElse(line.title());
    }

    private OrderPage.Delivery delivery(Order order, HandOver handOver, Known known) {
        var facts = new ArrayList<Fact>();
        var kind = handOver.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
        handOver.carrier()
                .ifPresent(carrier -> facts.add(Fact.of(words.get("ordering.carrier"), carrier)));
        handOver.reference()
                .ifPresent(reference ->
                        facts.add(Fact.of(words.get("ordering.reference." + kind), reference)));
        handOver.contents()
                .ifPresent(
                        contents -> facts.add(Fact.of(words.get("ordering.contents"), contents)));
        handOver.onDay()
                .ifPresent(day ->
                        facts.add(
                                Fact.of(
                                        words.get("ordering.day." + kind),
                                        isLate(handOver)
                                                ? words.get("ordering.day.gone-by", day)
                                                : words.date(day))));
        handOver.arrivedOn()
                .ifPresent(day ->
                        facts.add(
                                Fact.of(
                                        words.get(
                                                order.isCounted(handOver)
                                                        ? "ordering.counted-as-arrived"
                                                        : "ordering.arrived-on"),
                                        words.date(day))));
        known.counted()
                .apply(handOver)
                .ifPresent(day ->
                        facts.add(Fact.of(words.get("ordering.counted-on"), words.date(day))));
        return new OrderPage.Delivery(
                handOver.id().toString(),
                words.get("ordering.hand." + kind),
                words.dateTime(handOver.at(), zone),
                known.secrets().apply(handOver),
                handOver.address(),
                facts,
                handOver.what() == Offer.HandOver.What.TOKEN,
                handOver.isUnderWay());
    }
}
