package org.passerelle.pack.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.Localised;

/// One run over a pack: what all its readers share.
final class Reading {

    /// Money that will be compared with an organisation's or an order's, in whatever currency that
    /// is.
    ///
    /// @param since the first day on which that may happen, where the rules begin on one
    record ComparedMoney(CurrencyUnit currency, Place place, Optional<LocalDate> since) {}

    private final Problems problems = new Problems();
    private final Vocabulary vocabulary = new Vocabulary(problems);
    private final List<ComparedMoney> comparedMoney = new ArrayList<>();
    private final List<ComparedMoney> fees = new ArrayList<>();
    private List<Language> languages = List.of();
    private Optional<LocalDate> since = Optional.empty();

    Problems problems() {
        return problems;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    List<ComparedMoney> comparedMoney() {
        return comparedMoney;
    }

    List<Language> languages() {
        return languages;
    }

    /// Every localised text must have these; the first is the one to fall back on.
    void speaks(List<Language> packLanguages) {
        languages = List.copyOf(packLanguages);
    }

    /// What is read from here on holds from that day; empty when it is not dated.
    void holdsSince(Optional<LocalDate> day) {
        since = day;
    }

    Optional<Money> comparedMoney(Value value) {
        var money = Amounts.money(value);
        money.ifPresent(m ->
                comparedMoney.add(new ComparedMoney(m.getCurrencyUnit(), value.place(), since)));
        return money;
    }

    /// A fee, which must be in the office's currency.
    Optional<Money> fee(Value value) {
        var money = Amounts.money(value);
        money.ifPresent(
                m -> fees.add(new ComparedMoney(m.getCurrencyUnit(), value.place(), since)));
        return money;
    }

    List<ComparedMoney> fees() {
        return fees;
    }

    /// A text by language, or one text for all.
    Optional<Localised> localised(Value value) {
        return localised(value, languages);
    }

    /// A text of a pack that ours builds on, which may speak other languages: whoever reads in one
    /// it has not got reads it in the first of ours that it has, or else in its own.
    Optional<Localised> borrowed(Value value) {
        return localised(value, List.of());
    }

    private Optional<Localised> localised(Value value, List<Language> asked) {
        if (!value.isMap()) {
            return value.text()
                    .flatMap(text ->
                            text.isBlank()
                                    ? value.wrong("is blank")
                                    : Optional.of(Localised.same(text)));
        }
        var texts = new EnumMap<Language, String>(Language.class);
        var wrong = false;
        for (var entry : value.entries().orElseThrow().values()) {
            var language = Scalars.language(entry.keyValue());
            var text = entry.value().text();
            if (language.isPresent() && text.isPresent()) {
                texts.put(language.get(), text.get());
            } else {
                wrong = true;
            }
        }
        for (var language : asked) {
            if (!wrong && !texts.containsKey(language)) {
                value.wrong("has no text in '" + language.code() + "'");
                wrong = true;
            }
        }
        if (texts.isEmpty()) {
            return wrong ? Optional.empty() : value.wrong("has no text in any language");
        }
        var fallback =
                languages.stream()
                        .filter(texts::containsKey)
                        .findFirst()
                        .orElseGet(() -> texts.keySet().iterator().next());
        return Optional.of(new Localised(fallback, texts));
    }

    /// What stands in for a text that is missing or wrong.
    static final Localised NO_TEXT = Localised.same("");
}
