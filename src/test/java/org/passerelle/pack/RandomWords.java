package org.passerelle.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.Localised;
import org.passerelle.pack.model.Duration;

/// Random values of the simple kinds, the same for the same seed.
final class RandomWords {
    /// Words that a careless writer or reader of YAML would take for something else.
    private static final List<String> AWKWARD =
            List.of(
                    "no",
                    "Null",
                    "~",
                    "1e3",
                    "0x10",
                    "12:30",
                    "a: b",
                    "# no comment",
                    "'quoted'",
                    "\"double\"",
                    "- dash",
                    "é\u00a0«»",
                    "two\nlines\n",
                    " blanks ",
                    "{braces}",
                    "*star",
                    "&and",
                    "%per cent",
                    "@at",
                    "tab\there");

    private final Random random;
    private int next;

    RandomWords(long seed) {
        this.random = new Random(seed);
    }

    boolean coin() {
        return random.nextBoolean();
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    <T> Optional<T> perhaps(Supplier<T> value) {
        return coin() ? Optional.of(value.get()) : Optional.empty();
    }

    <T> List<T> list(int most, Supplier<T> value) {
        var list = new ArrayList<T>();
        for (var left = upTo(most); left > 0; left--) {
            list.add(value.get());
        }
        return list;
    }

    /// Some of these, in their order; at least `fewest`.
    <T> List<T> some(List<T> of, int fewest) {
        var some = new ArrayList<>(of.stream().filter(_ -> coin()).toList());
        for (var i = 0; some.size() < fewest; i++) {
            if (!some.contains(of.get(i))) {
                some.add(of.get(i));
            }
        }
        return List.copyOf(some);
    }

    <K, V> Map<K, V> map(int fewest, int more, Function<V, K> key, Supplier<V> value) {
        var map = new LinkedHashMap<K, V>();
        for (var left = fewest + upTo(more); left > 0; left--) {
            var v = value.get();
            map.put(key.apply(v), v);
        }
        return map;
    }

    /// A lasting word that was not given before.
    String word(String kind) {
        return kind + "-" + next++;
    }

    String text() {
        return coin() ? one(AWKWARD) : "text " + random.nextInt(1000);
    }

    /// In the pack's two languages and perhaps one more, or the same in all.
    Localised localised() {
        if (random.nextInt(4) == 0) {
            return Localised.same(text());
        }
        var texts = new EnumMap<Language, String>(Language.class);
        texts.put(Language.FR, text());
        texts.put(Language.EN, text());
        if (coin()) {
            texts.put(Language.DE, text());
        }
        return new Localised(Language.FR, texts);
    }

    LocalDate day() {
        return LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2000));
    }

    /// Days in order, each once.
    List<LocalDate> days(int most) {
        return list(most - 1, this::day).stream()
                .collect(
                        () -> new java.util.TreeSet<>(List.of(LocalDate.of(2019, 1, 1))),
                        java.util.TreeSet::add,
                        java.util.TreeSet::addAll)
                .stream()
                .toList();
    }

    Money money(CurrencyUnit currency) {
        return Money.ofMinor(currency, random.nextInt(10_000_000));
    }

    Duration length() {
        return new Duration(1 + upTo(400), one(List.of(Duration.Unit.values())));
    }

    Duration calendarLength() {
        return new Duration(
                1 + upTo(400),
                one(
                        List.of(
                                Duration.Unit.DAYS,
                                Duration.Unit.WEEKS,
                                Duration.Unit.MONTHS,
                                Duration.Unit.YEARS)));
    }

    BigDecimal decimal() {
        return BigDecimal.valueOf(1 + random.nextInt(1_000_000), random.nextInt(5));
    }

    BigDecimal percent() {
        return BigDecimal.valueOf(random.nextInt(10_001), 2);
    }

    long number(int most) {
        return random.nextInt(most + 1);
    }
}
