package org.passerelle.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.passerelle.ordering.Basket;
import org.passerelle.ordering.RestrictionWords;
import org.passerelle.ordering.TaxWords;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.programme.AllotmentState;
import org.passerelle.programme.EligibilityDecision;
import org.passerelle.programme.Finding;
import org.passerelle.programme.Outcome;
import org.passerelle.programme.Remedy;
import org.passerelle.programme.RuleWords;
import org.passerelle.tax.TaxGroundWords;
import org.passerelle.words.Words;

/// Writes an answer for a person to read in a terminal: ✓ met, ✗ not met, ? not known.
final class TryText {
    private static final String INDENT = "  ";

    private final Pack pack;
    private final Words words;
    private final RuleWords rules;
    private final RestrictionWords restrictions;

    TryText(Pack pack, Words words) {
        this.pack = pack;
        this.words = words;
        this.rules = new RuleWords(words, pack);
        this.restrictions = new RestrictionWords(words, pack);
    }

    String write(TryAnswer answer, Basket basket) {
        var lines = new ArrayList<String>();
        for (var decision : answer.programmes()) {
            programme(lines, decision);
            lines.add("");
        }
        basket(lines, answer, basket);
        lines.add("");
        if (!answer.taxes().isEmpty()) {
            taxes(lines, answer.taxes());
            lines.add("");
        }
        allotments(lines, answer.mayStillOrder());
        return String.join("\n", lines);
    }

    private void programme(List<String> lines, EligibilityDecision decision) {
        var basis = decision.basis();
        var version =
                basis.version()
                        .map(from -> words.get("rules.try.version", from))
                        .orElseGet(() -> words.get("rules.try.not-in-force"));
        lines.add(
                mark(decision.reasons().outcome())
                        + " "
                        + words.get(
                                "rules.try.programme",
                                rules.programme(basis.programme()),
                                basis.programme(),
                                version,
                                rules.decision(decision)));
        var rows = new ArrayList<Row>();
        if (decision.reasons() instanceof Finding.Group(_, _, var of)) {
            of.forEach(finding -> rows(rows, finding, 1));
        } else {
            rows(rows, decision.reasons(), 1);
        }
        aligned(lines, rows);
    }

    /// A line of the table of criteria: a mark, three columns, and what would have to change. A
    /// heading has one column.
    private record Row(int depth, String mark, List<String> columns, List<String> below) {}

    private void rows(List<Row> rows, Finding finding, int depth) {
        switch (finding) {
            case Finding.Leaf leaf -> {
                var row = rules.explain(leaf);
                rows.add(
                        new Row(
                                depth,
                                mark(row.favourable()),
                                List.of(row.criterion(), row.yours(), row.demanded()),
                                row.change().stream().toList()));
            }
            case Finding.Group(var combination, var outcome, var of) -> {
                rows.add(
                        heading(
                                depth,
                                outcome,
                                switch (combination) {
                                    case ALL -> "rules.try.all";
                                    case ANY -> "rules.try.any";
                                    case NONE -> "rules.try.none";
                                }));
                of.forEach(each -> rows(rows, each, depth + 1));
            }
            case Finding.Unless(_, var rule, var exception) -> {
                rows(rows, rule, depth);
                if (isSettled(exception)) {
                    return; // the rule is kept without it
                }
                rows.add(heading(depth + 1, exception.outcome(), "rules.try.unless"));
                rows(rows, exception, depth + 2);
            }
        }
    }

    /// Whether nothing of an exception needs to be met, nor is met.
    private static boolean isSettled(Finding exception) {
        return exception.outcome() != Outcome.MET
                && exception.leaves().stream()
                        .allMatch(leaf -> leaf.remedy() instanceof Remedy.Unneeded);
    }

    private Row heading(int depth, Outcome outcome, String key) {
        return new Row(depth, mark(outcome), List.of(words.get(key)), List.of());
    }

    private static void aligned(List<String> lines, List<Row> rows) {
        var first = width(rows, 0);
        var second = width(rows, 1);
        for (var row : rows) {
            var start = INDENT.repeat(row.depth()) + row.mark() + " ";
            if (row.columns().size() == 1) {
                lines.add(start + row.columns().getFirst());
                continue;
            }
            var left = padded(start + row.columns().getFirst(), first);
            lines.add(left + INDENT + padded(row.columns().get(1), second) + INDENT + last(row));
            row.below().forEach(text -> lines.add(INDENT.repeat(row.depth() + 2) + "→ " + text));
        }
    }

    private static String last(Row row) {
        return row.columns().getLast();
    }

    private static int width(List<Row> rows, int column) {
        return rows.stream()
                .filter(row -> row.columns().size() > column + 1)
                .mapToInt(row ->
                        row.columns().get(column).length()
                                + (column == 0 ? 2 * row.depth() + 2 : 0))
                .max()
                .orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private void basket(List<String> lines, TryAnswer answer, Basket basket) {
        lines.add(words.get("rules.try.basket"));
        if (basket.lines().isEmpty()) {
            lines.add(INDENT + words.get("rules.try.basket.empty"));
            return;
        }
        for (var place = 0; place < basket.lines().size(); place++) {
            var line = basket.lines().get(place);
            var here = place;
            var found = answer.restrictions().stream().filter(each -> each.line() == here).toList();
            lines.add(
                    INDENT
                            + mark(Outcome.of(found.isEmpty()))
                            + " "
                            + words.get(
                                    "rules.try.basket.line",
                                    place,
                                    words.number(line.quantity()) + " × " + title(line.offer())));
            for (var restriction : found) {
                lines.add(INDENT.repeat(3) + restrictions.title(restriction));
                lines.add(INDENT.repeat(4) + restrictions.text(restriction));
                lines.add(
                        INDENT.repeat(4)
                                + "→ "
                                + restriction.waysOut().stream()
                                        .map(restrictions::wayOut)
                                        .collect(Collectors.joining(" · ")));
            }
        }
        if (answer.restrictions().isEmpty()) {
            lines.add(INDENT + words.get("rules.try.basket.free"));
        }
    }

    /// What taxes each line of the basket bears, and on which grounds.
    private void taxes(List<String> lines, List<TryAnswer.Taxed> all) {
        var said = new TaxGroundWords(pack.office(), words);
        lines.add(words.get("rules.try.taxes"));
        for (var taxed : all) {
            var taxes = taxed.decision().taxes();
            lines.add(
                    INDENT
                            + mark(Outcome.of(!taxes.isEmpty()))
                            + " "
                            + words.get(
                                    "rules.try.basket.line",
                                    taxed.line(),
                                    title(taxed.offer())
                                            + taxes.stream()
                                                    .map(tax -> " · " + TaxWords.of(tax, words))
                                                    .collect(Collectors.joining())));
            taxed.decision().grounds().forEach(it -> lines.add(INDENT.repeat(3) + said.of(it)));
        }
    }

    private void allotments(List<String> lines, List<AllotmentState> states) {
        lines.add(words.get("rules.try.allotments"));
        var rows =
                states.stream()
                        .map(state ->
                                new Row(
                                        1,
                                        "·",
                                        List.of(
                                                name(state),
                                                words.get(
                                                        "rules.try.allotment",
                                                        rules.plain(state.left()),
                                                        rules.figure(state, state.limit())),
                                                state.resets()
                                                        .map(day ->
                                                                words.get("rules.try.resets", day))
                                                        .orElse("")),
                                        List.of()))
                        .toList();
        aligned(lines, rows);
    }

    private String name(AllotmentState state) {
        var programme = rules.programme(state.programme());
        return state.of().isEmpty()
                ? programme
                : programme
                        + ", "
                        + state.of().stream().map(this::title).collect(Collectors.joining(", "));
    }

    private String title(OfferId id) {
        return pack.offer(id).map(offer -> offer.title().in(words.language())).orElse(id.value());
    }

    private static String mark(Outcome outcome) {
        return switch (outcome) {
            case MET -> "✓";
            case UNMET -> "✗";
            case UNKNOWN -> "?";
        };
    }
}
