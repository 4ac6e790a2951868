package org.passerelle.backoffice.finance;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.ui.Chart;

/// What the page of a month shows.
///
/// @param next empty while the month asked for is the one that runs
/// @param query of the files that say the same
/// @param steps what is left before the month's books are complete
/// @param kinds fees by kind of offer
public record MonthPage(
        Month month,
        String name,
        String previous,
        Optional<String> next,
        String query,
        List<Choice> currencies,
        List<Step> steps,
        List<Row> fees,
        List<Taxed> taxes,
        List<Held> means,
        Chart trend,
        Chart kinds) {

    /// @param tone `ok` for what is done
    public record Step(String tone, String text, String path) {
        static Step of(boolean done, String text, String path) {
            return new Step(done ? "ok" : "warn", text, path);
        }

        public String icon() {
            return switch (tone) {
                case "ok" -> "check";
                case "bad" -> "cross";
                default -> "clock";
            };
        }
    }

    public record Choice(String name, String path, boolean current) {}

    public record Row(String partner, String kind, String amount) {}

    public record Taxed(String tax, String base, String amount) {}

    /// An account that holds money: what was on it, what came, what went, what is on it.
    public record Held(String account, String opening, String in, String out, String closing) {}

    /// @param name ends the key of its word, `finance.month.<name>`
    public record Figure(String name, Money amount) {}

    /// Whether anything was invoiced in the months that the chart shows.
    public boolean hasTrend() {
        return trend.columns().stream().anyMatch(column -> column.value() > 0);
    }

    public List<Figure> figures() {
        return figures(month);
    }

    /// What moved in the month, then what is open at its end.
    static List<Figure> figures(Month month) {
        return List.of(
                new Figure("invoiced", month.invoiced()),
                new Figure("taxed", month.taxed()),
                new Figure("returned", month.returned()),
                new Figure("owed", month.owed()),
                new Figure("queued", month.queued()),
                new Figure("to-return", month.toReturn()),
                new Figure("to-invoice", month.toInvoice()));
    }
}
