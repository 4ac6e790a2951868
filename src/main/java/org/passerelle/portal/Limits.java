package org.passerelle.portal;

import java.math.BigDecimal;
import org.passerelle.pack.model.Allotment;
import org.passerelle.pack.model.Duration;
import org.passerelle.programme.AllotmentState;
import org.passerelle.programme.Figure;
import org.passerelle.ui.Meter;
import org.passerelle.words.Words;

/// Says allotments in a reader's words: what is limited, what is left, when it starts again
/// (ORD-03).
public record Limits(Words words) {
    private static final String PREFIX = "portal.limits.";

    /// `4 produits par exercice`.
    public String rule(Allotment allotment) {
        return words.get(PREFIX + "rule", limit(allotment), window(allotment.window()));
    }

    private String limit(Allotment allotment) {
        return switch (allotment.limit()) {
            case Allotment.Limit.Units(var most) -> units(allotment.count(), most);
            case Allotment.Limit.Amount(var most) ->
                    words.get(PREFIX + "amount", words.roundMoney(most));
        };
    }

    /// `3 licences`.
    public String units(Allotment.Count count, long units) {
        return words.get(PREFIX + "count." + code(count), units);
    }

    private static String code(Allotment.Count count) {
        return count.name().toLowerCase(java.util.Locale.ROOT);
    }

    public String window(Allotment.Window window) {
        return switch (window) {
            case Allotment.Window.FiscalYear _ -> words.get(PREFIX + "window.fiscal-year");
            case Allotment.Window.CalendarYear _ -> words.get(PREFIX + "window.calendar-year");
            case Allotment.Window.FromFirstOrder(var length) ->
                    words.get(PREFIX + "window.from-first-order", length(length));
            case Allotment.Window.Rolling(var length) ->
                    words.get(PREFIX + "window.rolling", length(length));
            case Allotment.Window.Lifetime _ -> words.get(PREFIX + "window.lifetime");
        };
    }

    /// `2 jours ouvrables`, `26 semaines`.
    public String length(Duration length) {
        var unit = length.unit().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return words.get(PREFIX + "length." + unit, length.amount());
    }

    public String figure(Figure figure) {
        return switch (figure) {
            case Figure.Units(var count) -> words.number(count);
            case Figure.Amount(var money) -> words.roundMoney(money);
        };
    }

    /// `Encore 1 sur 4 produits par exercice`.
    public String left(AllotmentState state) {
        return words.get(
                PREFIX + (state.left().isZero() ? "none-left" : "left"),
                figure(state.left()),
                limit(state.allotment()),
                window(state.allotment().window()));
    }

    /// `1 sur 4`, for a column that says what is counted.
    public String shareLeft(AllotmentState state) {
        return words.get(PREFIX + "share-left", figure(state.left()), figure(state.limit()));
    }

    /// The day on which it starts again, for a column that says so.
    public String resetDay(AllotmentState state) {
        return state.resets()
                .map(words::date)
                .orElseGet(() ->
                        words.get(PREFIX + (state.isForLife() ? "day.never" : "day.not-begun")));
    }

    /// `2 utilisés, 1 réservé, 1 encore possible`.
    public String explained(AllotmentState state) {
        return words.get(
                PREFIX + "explained",
                figure(delivered(state)),
                figure(state.reserved()),
                figure(state.left()));
    }

    /// When it starts again; empty text where nothing is counted yet or it never does.
    public String resets(AllotmentState state) {
        return state.resets()
                .map(day -> words.get(PREFIX + "resets", words.date(day)))
                .orElseGet(() ->
                        switch (state.allotment().window()) {
                            case Allotment.Window.Lifetime _ -> words.get(PREFIX + "never-resets");
                            case Allotment.Window.Rolling(var length) ->
                                    words.get(PREFIX + "slides", length(length));
                            case Allotment.Window.FiscalYear _,
                                    Allotment.Window.CalendarYear _,
                                    Allotment.Window.FromFirstOrder _ ->
                                    words.get(PREFIX + "not-begun");
                        });
    }

    public Meter meter(AllotmentState state) {
        var said = rule(state.allotment()) + " : " + explained(state);
        var delivered = delivered(state);
        return state.limit() instanceof Figure.Units(var limit) && limit <= Integer.MAX_VALUE
                ? Meter.units(
                        (int) limit,
                        number(delivered).intValue(),
                        number(state.reserved()).intValue(),
                        said)
                : Meter.amount(
                        number(state.limit()), number(delivered), number(state.reserved()), said);
    }

    /// What is used for good: all that counts, less what is only reserved.
    public Figure delivered(AllotmentState state) {
        return state.used().minus(state.reserved());
    }

    private static BigDecimal number(Figure figure) {
        return switch (figure) {
            case Figure.Units(var count) -> BigDecimal.valueOf(count);
            case Figure.Amount(var money) -> money.getAmount();
        };
    }
}
