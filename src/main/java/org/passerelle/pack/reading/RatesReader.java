package org.passerelle.pack.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.passerelle.pack.model.Rates;

/// Reads `rates.yaml`: dated rates, written there or imported from the ECB's CSV beside it.
final class RatesReader {
    private final Reading reading;
    private final Map<CurrencyUnit, NavigableMap<LocalDate, BigDecimal>> perEuro = new TreeMap<>();
    private boolean complete = true;

    RatesReader(Reading reading) {
        this.reading = reading;
    }

    /// Rates of all layers; of two for the same day ours count.
    Rates read(List<Layer> layers) {
        var problemsBefore = reading.problems().count();
        for (var layer : layers) {
            var path = layer.files().get("rates.yaml");
            if (path == null) {
                continue;
            }
            var root =
                    YamlFile.read(path, layer.shown("rates.yaml"), reading.problems())
                            .flatMap(value -> value.fields(Shapes.RATES));
            complete &= root.isPresent();
            var days = new HashSet<LocalDate>();
            for (var entry :
                    root.flatMap(fields -> fields.value("rates"))
                            .map(Value::oneOrMore)
                            .orElse(List.of())) {
                entry(entry, layer, days);
            }
        }
        complete &= reading.problems().count() == problemsBefore;
        return new Rates(Map.copyOf(perEuro));
    }

    /// Whether all was read, so that a currency without a rate really has none.
    boolean isComplete() {
        return complete;
    }

    private void entry(Value value, Layer layer, HashSet<LocalDate> days) {
        var entries = value.entries().orElse(Map.of());
        if (entries.containsKey("import")) {
            value.fields(Shapes.RATE_IMPORT)
                    .flatMap(fields -> fields.value("import"))
                    .ifPresent(file -> importFile(file, layer));
            return;
        }
        var on = Optional.ofNullable(entries.get("on"));
        if (on.isEmpty() && value.isMap()) {
            value.wrong("'on' is missing: the day of these rates");
        }
        var day = on.flatMap(entry -> Scalars.date(entry.value()));
        day.filter(d -> !days.add(d)).ifPresent(d -> value.wrong("rates of " + d + " stand twice"));
        for (var entry : entries.values()) {
            if (!entry.key().equals("on")) {
                var currency = Amounts.currency(entry.keyValue(), entry.key());
                var rate = Scalars.decimal(entry.value());
                if (rate.isPresent() && rate.get().signum() == 0) {
                    entry.value().wrong("a rate of zero converts nothing");
                } else if (day.isPresent() && currency.isPresent() && rate.isPresent()) {
                    put(currency.get(), day.get(), rate.get());
                }
            }
        }
    }

    private void put(CurrencyUnit currency, LocalDate day, BigDecimal rate) {
        perEuro.computeIfAbsent(currency, _ -> new TreeMap<>()).put(day, rate);
    }

    private void importFile(Value name, Layer layer) {
        var file = name.text();
        if (file.isEmpty()) {
            return;
        }
        var path = layer.files().get(file.get());
        if (path == null) {
            name.wrongWord(
                    "there is no file '" + file.get() + "' beside rates.yaml",
                    file.get(),
                    layer.files().keySet().stream().filter(f -> f.endsWith(".csv")).toList());
            complete = false;
            return;
        }
        YamlFile.text(path, layer.shown(file.get()), reading.problems())
                .ifPresentOrElse(
                        text ->
                                new EcbCsv(layer.shown(file.get()), reading.problems())
                                        .read(text, this::put),
                        () -> complete = false);
    }
}
