package org.passerelle.words;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.Localised;

/// The words of one language, and how it writes dates, amounts and numbers (NOT-01).
///
/// Whoever renders a page has them from the frame, whoever writes a letter from [WordBook].
public final class Words {
    private static final char NO_BREAK = '\u00a0';

    private final Language language;
    private final Map<String, String> texts;
    private final boolean strict;

    Words(Language language, Map<String, String> texts, boolean strict) {
        this.language = language;
        this.texts = texts;
        this.strict = strict;
    }

    public Language language() {
        return language;
    }

    /// The text of a key, with `{0}`, `{1}`… filled as `MessageFormat` does. Dates, amounts,
    /// numbers and [Localised] texts may be given as they are; identifiers and years as text, since
    /// numbers are grouped. French joins names: `de {0}` is said `d’Amélie`.
    ///
    /// A key that nobody wrote fails in a test and shows itself otherwise: a page with one odd word
    /// is better than none.
    public String get(String key, Object... arguments) {
        var text = texts.get(key);
        if (text == null) {
            if (strict) {
                throw new IllegalArgumentException("No words for " + key + " in " + language);
            }
            return key;
        }
        if (arguments.length == 0 && text.indexOf('{') < 0) {
            return text;
        }
        var written = new Object[arguments.length];
        for (var i = 0; i < arguments.length; i++) {
            written[i] = written(arguments[i]);
        }
        return spaced(
                language == Language.FR
                        ? Elision.format(text, written, language.locale())
                        : new MessageFormat(text, language.locale()).format(written));
    }

    /// The text of a key if somebody wrote one.
    public Optional<String> find(String key, Object... arguments) {
        return texts.containsKey(key) ? Optional.of(get(key, arguments)) : Optional.empty();
    }

    /// Who acted: a part of the product, such as `bank statement`, as this language calls it, and
    /// anybody else by name (ACC-08).
    public String actor(String label) {
        var part =
                label.replaceFirst(" of \\d{4}-.*$", "")
                        .replaceFirst("^visitor .*$", "visitor")
                        .replace(' ', '-');
        return find("audit.product." + part).orElse(label);
    }

    /// The language of texts of a pack that does not speak this one; empty where it does.
    public Optional<Language> elsewhere(Stream<Localised> texts) {
        return texts.map(text -> text.languageFor(language))
                .filter(one -> one != language)
                .findFirst();
    }

    private Object written(Object argument) {
        return switch (argument) {
            case LocalDate date -> date(date);
            case Money money -> money(money);
            case Localised text -> text.in(language);
            case Number number -> number;
            default -> argument.toString();
        };
    }

    /// A day in full: `9 février 2026`, `1er juillet 2027`, `9 February 2026`, `9. Februar 2026`.
    public String date(LocalDate day) {
        return first(day, written(day, dayAndMonth() + " uuuu"));
    }

    /// A day with its name, without the year: `mardi 9 février`, `Dienstag, 9. Februar`.
    public String weekday(LocalDate day) {
        var name = written(day, language == Language.DE ? "EEEE, " : "EEEE ");
        return name + first(day, written(day, dayAndMonth()));
    }

    /// A day in short, without the year, on one line: `9 févr.`, `9 Feb`, `9. Feb.`.
    public String shortDate(LocalDate day) {
        var pattern = language == Language.DE ? "d. MMM" : "d MMM";
        return written(day, pattern).replace(' ', NO_BREAK);
    }

    private String dayAndMonth() {
        return language == Language.DE ? "d. MMMM" : "d MMMM";
    }

    private String written(TemporalAccessor moment, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(moment);
    }

    /// French counts the first of a month, `1er`.
    private String first(LocalDate day, String text) {
        return day.getDayOfMonth() == 1 && language == Language.FR
                ? "1er" + text.substring(1)
                : text;
    }

    /// A month: `novembre 2026`.
    public String month(YearMonth month) {
        return written(month, "MMMM uuuu");
    }

    /// A month where there is little room: `nov. 26`, `Nov 26`.
    public String shortMonth(YearMonth month) {
        return written(month, "LLL uu");
    }

    /// A moment as the clock of `zone` shows it: `9 février 2026, 16 h 10`, `9 February 2026,
    /// 16:10`, `9. Februar 2026, 16:10 Uhr`.
    public String dateTime(Instant moment, ZoneId zone) {
        return date(moment.atZone(zone).toLocalDate()) + ", " + time(moment, zone);
    }

    /// The time of day: `16 h 10`, `16:10`, `16.10 uur`, `16:10 Uhr`.
    public String time(Instant moment, ZoneId zone) {
        var pattern =
                switch (language) {
                    case FR -> "H' h 'mm";
                    case EN -> "H:mm";
                    case NL -> "H.mm' uur'";
                    case DE -> "H:mm' Uhr'";
                };
        return written(moment.atZone(zone), pattern).replace(' ', NO_BREAK);
    }

    /// An amount with its cents: `1 120,50 €`, `€1,120.50`, `€ 1.120,50`, `1.120,50 €`; other
    /// currencies by their code.
    public String money(Money amount) {
        return money(amount, amount.getCurrencyUnit().getDecimalPlaces());
    }

    /// An amount that leaves the cents out when there are none: `1 120 000 €`.
    public String roundMoney(Money amount) {
        var whole = amount.getAmount().stripTrailingZeros().scale() <= 0;
        return money(amount, whole ? 0 : amount.getCurrencyUnit().getDecimalPlaces());
    }

    private String money(Money amount, int decimals) {
        var format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        var figures = spaced(format.format(amount.getAmount()));
        var code = amount.getCurrencyUnit().getCode();
        var sign = code.equals("EUR") ? "€" : code;
        return switch (language) {
            case FR, DE -> figures + NO_BREAK + sign;
            case NL -> sign + NO_BREAK + figures;
            case EN -> code.equals("EUR") ? beforeFigures(figures) : code + NO_BREAK + figures;
        };
    }

    /// English sets the euro sign close to the figures and a minus before both.
    private static String beforeFigures(String figures) {
        return figures.startsWith("-") ? "-€" + figures.substring(1) : "€" + figures;
    }

    /// A number as the language groups it: `1 356`, `1,356`.
    public String number(Number number) {
        return spaced(NumberFormat.getNumberInstance(language.locale()).format(number));
    }

    /// A share from 0 to 1: `97 %` in French and German, `97%` in English and Dutch.
    public String percent(double share) {
        var figures = number(BigDecimal.valueOf(Math.round(share * 100)));
        return switch (language) {
            case FR, DE -> figures + NO_BREAK + "%";
            case EN, NL -> figures + "%";
        };
    }

    /// The fonts have no U+202F; U+00A0 is in all of them.
    static String spaced(String text) {
        return text.replace('\u202f', NO_BREAK);
    }
}
