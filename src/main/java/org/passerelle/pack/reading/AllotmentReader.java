package org.passerelle.pack.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.Nearest;
import org.passerelle.pack.model.Allotment;
import org.passerelle.pack.model.Allotment.Count;
import org.passerelle.pack.model.Allotment.Limit;
import org.passerelle.pack.model.Allotment.Scope;
import org.passerelle.pack.model.Allotment.Window;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.reading.Vocabulary.Kind;

/// Reads allotments, such as `{count: products, at-most: 4, per: fiscal-year}` (ORD-03).
final class AllotmentReader {
    private static final List<String> WINDOWS = List.of("fiscal-year", "calendar-year", "lifetime");
    private static final List<String> EACH = List.of("each offer", "each title");
    private static final Limit NOTHING = new Limit.Units(0);

    private final Reading reading;
    private final OffersNamed offersNamed;

    /// Hears of an offer that an allotment names, to check later that it is of the programme.
    @FunctionalInterface
    interface OffersNamed {
        void named(OfferId offer, Place place);
    }

    AllotmentReader(Reading reading, OffersNamed offersNamed) {
        this.reading = reading;
        this.offersNamed = offersNamed;
    }

    List<Allotment> list(Value value, boolean hasFiscalYear) {
        return Fields.read(value.list(), entry -> allotment(entry, hasFiscalYear));
    }

    private Optional<Allotment> allotment(Value value, boolean hasFiscalYear) {
        return value.fields(Shapes.ALLOTMENT)
                .map(fields -> {
                    var count = fields.get("count", Scalars.oneOf(Count.class));
                    return new Allotment(
                            count.orElse(Count.PRODUCTS),
                            fields.get("of", this::scope, new Scope.WholeProgramme()),
                            fields.get("at-most", limit(count), NOTHING),
                            fields.get(
                                    "per", v -> window(v, hasFiscalYear), new Window.Lifetime()));
                });
    }

    /// Fees are limited by money, all else by a number.
    private Reader<Limit> limit(Optional<Count> count) {
        return value -> {
            if (count.isEmpty()) {
                return Optional.empty();
            }
            return count.get() == Count.FEES
                    ? reading.comparedMoney(value).map(Limit.Amount::new)
                    : Scalars.count(value).map(Limit.Units::new);
        };
    }

    private Optional<Scope> scope(Value value) {
        if (value.isText()) {
            var text = value.text().orElse("");
            if (EACH.contains(text)) {
                return Optional.of(new Scope.EachOffer());
            }
            var each = Nearest.to(text.replace('-', ' '), EACH);
            if (each.isPresent()) {
                return value.wrong("'" + text + "' is not what is counted", each);
            }
        }
        var offers = new LinkedHashSet<OfferId>();
        for (var entry : value.oneOrMore()) {
            reading.vocabulary()
                    .using(Kind.OFFER)
                    .read(entry)
                    .map(OfferId::of)
                    .ifPresent(offer -> {
                        offers.add(offer);
                        offersNamed.named(offer, entry.place());
                    });
        }
        return offers.isEmpty() && !value.isText()
                ? value.wrong("names no offer")
                : Optional.of(new Scope.Offers(offers));
    }

    private Optional<Window> window(Value value, boolean hasFiscalYear) {
        if (value.isMap()) {
            return value.fields(Shapes.WINDOW).map(this::rolling);
        }
        return Scalars.oneOf(value, WINDOWS)
                .flatMap(word ->
                        switch (word) {
                            case "calendar-year" -> Optional.of(new Window.CalendarYear());
                            case "lifetime" -> Optional.of(new Window.Lifetime());
                            default ->
                                    hasFiscalYear
                                            ? Optional.of(new Window.FiscalYear())
                                            : value.wrong(
                                                    "the programme says no 'fiscal-year'"
                                                            + " with its first day");
                        });
    }

    private Window rolling(Fields fields) {
        var length =
                fields.get(
                        "rolling",
                        Amounts::calendarLength,
                        new org.passerelle.pack.model.Duration(
                                1, org.passerelle.pack.model.Duration.Unit.YEARS));
        var from = fields.get("from", value -> Scalars.oneOf(value, List.of("first-order")));
        return from.isPresent() ? new Window.FromFirstOrder(length) : new Window.Rolling(length);
    }
}
