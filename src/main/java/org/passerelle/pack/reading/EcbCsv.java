package org.passerelle.pack.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/// The European Central Bank's euro reference rates as it publishes them: a first line
/// `Date,USD,…`, then a line for each day, `N/A` where there was no rate.
final class EcbCsv {
    private static final DateTimeFormatter DAILY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final String file;
    private final Problems problems;

    EcbCsv(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /// Takes one rate.
    @FunctionalInterface
    interface Sink {
        void put(CurrencyUnit currency, LocalDate day, BigDecimal rate);
    }

    void read(String text, Sink sink) {
        var lines = text.lines().toList();
        var titles = lines.isEmpty() ? new String[0] : cells(lines.getFirst());
        if (titles.length < 2 || !titles[0].equals("Date")) {
            problems.add(Place.line(file, 1), "should begin with 'Date' and currency codes");
            return;
        }
        // A currency that no longer exists is no mistake in a file of past rates.
        var currencies = new ArrayList<Optional<CurrencyUnit>>();
        for (var title : List.of(titles).subList(1, titles.length)) {
            currencies.add(Amounts.known(title));
        }
        for (var line = 2; line <= lines.size(); line++) {
            if (!lines.get(line - 1).isBlank()) {
                day(line, cells(lines.get(line - 1)), currencies, sink);
            }
        }
    }

    private void day(int line, String[] cells, List<Optional<CurrencyUnit>> currencies, Sink sink) {
        var day = date(cells[0]);
        if (day.isEmpty()) {
            problems.add(Place.line(file, line), "'" + cells[0] + "' is not a date");
            return;
        }
        for (var i = 1; i < cells.length && i <= currencies.size(); i++) {
            if (cells[i].isEmpty() || cells[i].equals("N/A")) {
                continue;
            }
            if (!cells[i].matches("\\d{1,12}(\\.\\d{1,10})?")) {
                problems.add(Place.line(file, line), "'" + cells[i] + "' is not a rate");
                continue;
            }
            var rate = new BigDecimal(cells[i]);
            currencies.get(i - 1).ifPresent(currency -> sink.put(currency, day.get(), rate));
        }
    }

    private static Optional<LocalDate> date(String text) {
        for (var form : List.of(DateTimeFormatter.ISO_LOCAL_DATE, DAILY)) {
            try {
                return Optional.of(LocalDate.parse(text, form));
            } catch (DateTimeParseException _) {
                // the next form may fit
            }
        }
        return Optional.empty();
    }

    private static String[] cells(String line) {
        var cells = line.split(",", -1);
        for (var i = 0; i < cells.length; i++) {
            cells[i] = cells[i].strip();
        }
        return cells;
    }
}
