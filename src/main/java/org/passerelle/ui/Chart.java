package org.passerelle.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// Columns over time, drawn in percentages so that the text never shrinks.
///
/// @param caption what is highest and lowest, in a sentence
public record Chart(String id, String title, String caption, List<Column> columns) {
    private static final double BASE = 92;
    private static final double TALLEST = 76;
    private static final double WIDEST = 18;

    /// @param state `bar`, `bar bar--now` (still running) or `slot` (still to come)
    /// @param apart the part of the value that is drawn hollow, at the top
    public record Column(String state, String name, String initial, long value, long apart) {
        /// A column that is of one piece.
        public static Column of(String state, String name, String initial, long value) {
            return new Column(state, name, initial, value, 0);
        }
    }

    /// @param y top of the column; all but the texts in percent
    /// @param apart height of the hollow part, from the top
    public record Bar(
            Column column,
            String x,
            String width,
            String middle,
            String y,
            String height,
            String apart) {
        public boolean ahead() {
            return column.state().equals("slot");
        }
    }

    public List<Bar> bars() {
        var highest = columns.stream().mapToLong(Column::value).max().orElse(0);
        var room = 100d / Math.max(1, columns.size());
        return java.util.stream.IntStream.range(0, columns.size())
                .mapToObj(i -> bar(columns.get(i), i, room, highest))
                .toList();
    }

    private static Bar bar(Column column, int i, double room, long highest) {
        var width = Math.min(room * 0.7, WIDEST);
        var x = i * room + (room - width) / 2;
        var height =
                column.state().equals("slot")
                        ? 7.2
                        : highest == 0 ? 0 : TALLEST * column.value() / highest;
        return new Bar(
                column,
                percent(x),
                percent(width),
                percent(x + width / 2),
                percent(BASE - height),
                percent(height),
                percent(column.apart() == 0 ? 0 : height * column.apart() / column.value()));
    }

    private static String percent(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP) + "%";
    }
}
