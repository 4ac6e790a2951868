package org.passerelle.pack.reading;

import java.util.Comparator;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.pack.model.Criterion;
import org.passerelle.pack.model.Criterion.Range;

/// Reads ranges: `{at-least: 5, below: 50}` or `{between: [5, 50]}`, both ends included.
final class RangeReader {
    private final Reading reading;
    private final CriterionReader criteria;

    RangeReader(Reading reading, CriterionReader criteria) {
        this.reading = reading;
        this.criteria = criteria;
    }

    Optional<Criterion> budget(Value value) {
        return value.fields(Shapes.BUDGET)
                .flatMap(fields -> {
                    var range = range(value, fields, reading::comparedMoney);
                    if (!oneCurrency(range)) {
                        value.wrong("should use one currency");
                    } else {
                        checkReachable(value, range, Money::compareTo);
                    }
                    return criteria.unless(fields, new Criterion.Budget(range));
                });
    }

    Optional<Criterion> size(Value value) {
        return value.fields(Shapes.SIZE)
                .flatMap(fields -> {
                    var range = range(value, fields, Scalars::count);
                    checkReachable(value, range, Long::compare);
                    return criteria.unless(fields, new Criterion.Size(range));
                });
    }

    private static <T> Range<T> range(Value value, Fields fields, Reader<T> number) {
        var above = fields.get("above", number);
        var atLeast = fields.get("at-least", number);
        var below = fields.get("below", number);
        var atMost = fields.get("at-most", number);
        var limits = 0;
        for (var key : java.util.List.of("above", "at-least", "below", "at-most")) {
            limits += fields.mentions(key) ? 1 : 0;
        }
        var between = fields.value("between");
        if (between.isPresent()) {
            var ends = between.get().list();
            if (limits > 0) {
                between.get().wrong("'between' stands without other limits");
            }
            if (ends.size() != 2) {
                between.get().wrong("'between' has two ends: [lowest, highest]");
            } else {
                atLeast = number.read(ends.get(0));
                atMost = number.read(ends.get(1));
            }
        } else if (limits == 0 && !fields.mentions("between")) {
            value.wrong("should have a limit: below, at-most, at-least, above or between");
        } else if (above.isPresent() && atLeast.isPresent()) {
            value.wrong("'above' and 'at-least' exclude each other");
        } else if (below.isPresent() && atMost.isPresent()) {
            value.wrong("'below' and 'at-most' exclude each other");
        }
        return new Range<>(above, atLeast, below, atMost);
    }

    private static boolean oneCurrency(Range<Money> range) {
        return java.util.stream.Stream.of(
                                range.above(), range.atLeast(), range.below(), range.atMost())
                        .flatMap(Optional::stream)
                        .map(Money::getCurrencyUnit)
                        .map(CurrencyUnit::getCode)
                        .distinct()
                        .count()
                <= 1;
    }

    private static <T> void checkReachable(Value value, Range<T> range, Comparator<T> order) {
        var lowest = range.atLeast().or(range::above);
        var highest = range.atMost().or(range::below);
        if (lowest.isEmpty() || highest.isEmpty()) {
            return;
        }
        var compared = order.compare(lowest.get(), highest.get());
        var bothIncluded = range.atLeast().isPresent() && range.atMost().isPresent();
        if (compared > 0 || compared == 0 && !bothIncluded) {
            value.wrong("nothing lies between %s and %s".formatted(lowest.get(), highest.get()));
        }
    }
}
