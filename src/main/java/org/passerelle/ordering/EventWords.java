package org.passerelle.ordering;

import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.passerelle.pack.model.Offer;
import org.passerelle.words.Words;

/// Says what happened to an order in the reader's words (ORD-05).
///
/// @param title of a line as the reader knows it
public record EventWords(Words words, Function<Order.Line, String> title) {
    /// Of a payment taken back, at the end of the reason: the books’ own, not the reader’s.
    private static final Pattern REFERENCE = Pattern.compile(" \\([^()]*\\)$");

    public String name(Order order, Order.Event event) {
        var kind =
                event.kind() == Order.Event.Kind.PAID && order.total().gross().isZero()
                        ? "nothing-to-pay"
                        : event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return words.get("ordering.event." + kind);
    }

    /// Who did it; where the product did it, what made it do so.
    public String who(Order.Event event) {
        var by = event.by().name();
        if (by.equals(PaymentNews.PAYMENT.label())) {
            return words.get("ordering.staff.by-payments");
        }
        return OrderDays.isAgenda(by) ? words.get("ordering.by-agenda") : by;
    }

    public static String tone(Order.Event event) {
        return switch (event.kind()) {
            case PAID, APPROVED, ARRIVED, LINE_DELIVERED, DELIVERED, CONTRACT_ACTIVE -> "ok";
            case PAYMENT_SHORT, PAYMENT_EXCEEDED, REMINDED, EXPECTED, COUNTED_AS_ARRIVED -> "warn";
            case REFUSED, PAYMENT_TAKEN_BACK -> "bad";
            case CANCELLED, EXPIRED, MONEY_RETURNED, CONTRACT_ENDED -> "mute";
            case PLACED,
                    TRANSMITTED,
                    HANDED_OVER,
                    RESENT,
                    SEAT_GIVEN,
                    SEAT_FREED,
                    CONTRACT_PLANNED,
                    MORE_TIME,
                    STOCK_HELD,
                    STOCK_LEFT ->
                    "info";
        };
    }

    /// What it was about: the article, the sums, the day, the reason; empty where the name says it.
    public String detail(Order order, Order.Event event) {
        var parts = event.detail().split(" ", 3);
        return switch (event.kind()) {
            case HANDED_OVER, RESENT ->
                    about(order, parts)
                            + " · "
                            + words.get(
                                    "ordering.hand."
                                            + parts[1].toLowerCase(Locale.ROOT).replace('_', '-'))
                            + numbered(order, parts, 2);
            case ARRIVED, COUNTED_AS_ARRIVED -> about(order, parts) + numbered(order, parts, 1);
            case LINE_DELIVERED, CONTRACT_ACTIVE -> about(order, parts);
            case EXPECTED -> about(order, parts) + " · " + day(parts[1]) + " · " + parts[2];
            case CONTRACT_PLANNED, CONTRACT_ENDED -> about(order, parts) + " · " + day(parts[1]);
            case SEAT_GIVEN, SEAT_FREED -> about(order, parts) + " · " + person(order, parts);
            case PAYMENT_SHORT -> {
                var sums = event.detail().split(" / ", 2);
                yield words.get("ordering.event.amounts", money(sums[0]), money(sums[1]));
            }
            case PAYMENT_EXCEEDED -> money(event.detail());
            case PAYMENT_TAKEN_BACK ->
                    money(parts[0] + " " + parts[1])
                            + " · "
                            + REFERENCE.matcher(parts[2]).replaceFirst("");
            case MORE_TIME ->
                    day(parts[0]) + " · " + event.detail().substring(parts[0].length() + 1);
            case REMINDED ->
                    event.detail().isEmpty()
                            ? ""
                            : words.get("ordering.event.reminded.turn", event.detail());
            case PLACED,
                    PAID,
                    STOCK_HELD,
                    STOCK_LEFT,
                    TRANSMITTED,
                    APPROVED,
                    REFUSED,
                    DELIVERED,
                    CANCELLED,
                    EXPIRED,
                    MONEY_RETURNED ->
                    event.detail();
        };
    }

    private String about(Order order, String[] parts) {
        return title.apply(order.line(Integer.parseInt(parts[0])));
    }

    /// A parcel's number after its name; nothing where the event names no parcel.
    private static String numbered(Order order, String[] parts, int at) {
        return order.handedOver().stream()
                .filter(handOver -> parts.length > at && handOver.id().toString().equals(parts[at]))
                .filter(handOver -> handOver.what() == Offer.HandOver.What.PARCEL)
                .flatMap(handOver -> handOver.reference().stream())
                .findFirst()
                .map(number -> (at == 1 ? " · " : " ") + number)
                .orElse("");
    }

    private String day(String written) {
        return words.date(LocalDate.parse(written));
    }

    private String money(String written) {
        return words.money(Money.parse(written));
    }

    private static String person(Order order, String[] parts) {
        var place = Integer.parseInt(parts[1]);
        return order.line(Integer.parseInt(parts[0])).persons().stream()
                .filter(person -> person.place() == place)
                .map(Order.Person::name)
                .findFirst()
                .orElse("");
    }
}
