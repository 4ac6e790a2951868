package org.passerelle.pack.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.pack.model.Duration;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Offer.DatedFee;
import org.passerelle.pack.model.Offer.HandOver;
import org.passerelle.pack.model.Offer.HandOver.What;
import org.passerelle.pack.model.Offer.RefundPolicy.Reason;
import org.passerelle.pack.model.Offer.Stock;

/// Reads the parts of an offer: fees, stock, what is handed over, what comes back.
final class OfferPartsReader {
    static final String STANDARD_VAT = "standard";
    private static final Duration ONE_DAY = new Duration(1, Duration.Unit.DAYS);
    private static final List<String> SOURCES =
            List.of("from-partner", "from-office", "from-warehouse", "from-pool");
    private static final List<String> RECEIVERS =
            List.of("official-e-mail", "account-holder", "registered-address", "account");
    private static final List<String> BASES = List.of("order", "validation", "payment", "delivery");

    private final Reading reading;

    OfferPartsReader(Reading reading) {
        this.reading = reading;
    }

    /// One unit is one licence; of hardware, one device.
    static Offer.Holds holdsOf(Offer.Kind kind) {
        return kind == Offer.Kind.HARDWARE ? new Offer.Holds(0, 1) : new Offer.Holds(1, 0);
    }

    Optional<Offer.Holds> holds(Value value) {
        return value.fields(Shapes.HOLDS)
                .map(fields ->
                        new Offer.Holds(
                                fields.get("licences", Scalars::count, 0L),
                                fields.get("devices", Scalars::count, 0L)));
    }

    List<DatedFee> fees(Value list) {
        var fees = new ArrayList<DatedFee>();
        Optional<LocalDate> last = Optional.empty();
        for (var value : list.list()) {
            var fields = value.fields(Shapes.FEE);
            if (fields.isEmpty()) {
                continue;
            }
            var from = fields.get().get("from", Scalars::date);
            var amount = fields.get().get("amount", reading::fee);
            if (from.isPresent() && last.isPresent() && !last.get().isBefore(from.get())) {
                value.wrong(
                        "fees should follow each other by date: %s after %s"
                                .formatted(from.get(), last.get()));
            }
            last = from;
            if (from.isPresent() && amount.isPresent()) {
                fees.add(new DatedFee(from.get(), amount.get()));
            }
        }
        return List.copyOf(fees);
    }

    Optional<Offer.Quantity> quantity(Value value) {
        return value.fields(Shapes.QUANTITY)
                .map(fields -> {
                    var atLeast = fields.get("at-least", Scalars::countFromOne, 1L);
                    var atMost = fields.get("at-most", Scalars::countFromOne);
                    if (atMost.isPresent() && atMost.get() < atLeast) {
                        value.wrong(
                                "no quantity is at least %d and at most %d"
                                        .formatted(atLeast, atMost.get()));
                    }
                    return new Offer.Quantity(atLeast, atMost);
                });
    }

    Optional<Stock> stock(Value value) {
        if (!value.isMap()) {
            return Scalars.oneOf(value, List.of("unlimited")).map(_ -> new Stock.Unlimited());
        }
        return value.fields(Shapes.STOCK)
                .flatMap(fields -> {
                    if (fields.mentions("counted") == fields.mentions("code-pool")) {
                        return value.wrong("should be either counted or a code-pool");
                    }
                    return fields.has("counted")
                            ? fields.get("counted", Scalars::count).map(Stock.Counted::new)
                            : fields.get("code-pool", Scalars::word).map(Stock.CodePool::new);
                });
    }

    /// `{key: from-partner, to: official-e-mail}`: the key says what, its value whence.
    Optional<HandOver> handOver(Value value) {
        return value.fields(Shapes.HAND_OVER)
                .flatMap(fields -> {
                    var what = new ArrayList<What>();
                    for (var candidate : What.values()) {
                        if (fields.has(key(candidate))) {
                            what.add(candidate);
                        }
                    }
                    if (what.size() != 1) {
                        return value.wrong("should name one thing, such as key: from-partner");
                    }
                    var from = fields.get(key(what.getFirst()), v -> Scalars.oneOf(v, SOURCES));
                    return Optional.of(
                            new HandOver(
                                    what.getFirst(),
                                    from.map(f -> f.substring("from-".length())),
                                    fields.get("to", v -> Scalars.oneOf(v, RECEIVERS)),
                                    fields.get("after", Amounts::length),
                                    fields.get("for", Amounts::calendarLength),
                                    fields.get("title", reading::localised)));
                });
    }

    static String key(What what) {
        return what.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    Optional<Offer.Delivery> delivery(Value value) {
        return value.fields(Shapes.DELIVERY)
                .map(fields ->
                        new Offer.Delivery(
                                fields.get("within", Amounts::length, ONE_DAY),
                                fields.get(
                                        "after",
                                        Scalars.oneOf(Offer.Delivery.After.class),
                                        Offer.Delivery.After.PAYMENT)));
    }

    Optional<Offer.RefundPolicy> refund(Value value) {
        return value.fields(Shapes.REFUND)
                .map(fields -> {
                    var never = fields.get("never", Scalars::truth, false);
                    if (never && fields.has("within")) {
                        value.wrong("'never' and 'within' exclude each other");
                    }
                    if (fields.mentions("within") != fields.mentions("base")) {
                        value.wrong("'within' and 'base' stand together: within 14 days of what?");
                    }
                    return new Offer.RefundPolicy(
                            never,
                            fields.get("within", Amounts::length),
                            fields.get("base", v -> Scalars.oneOf(v, BASES)),
                            fields.get("condition", reading::localised),
                            fields.get("staff-decides", Scalars::truth, false),
                            fields.get(
                                            "return-cost",
                                            v -> Scalars.oneOf(v, List.of("customer", "office")))
                                    .filter("customer"::equals)
                                    .isPresent(),
                            fields.oneOrMore("for", Scalars.oneOf(Reason.class)),
                            fields.get(
                                            "ends-with",
                                            v -> Scalars.oneOf(v, List.of("request", "parcel")))
                                    .filter("parcel"::equals)
                                    .isPresent(),
                            fields.get("parcel-within", Amounts::length),
                            fields.get("may-replace", Scalars::truth, false));
                });
    }
}
