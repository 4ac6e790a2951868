package org.passerelle.pack.reading;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.LegalNumberScheme;
import org.passerelle.kernel.Nearest;

/// Single values that need to know nothing of the pack around them.
final class Scalars {
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern REGION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,10})?");
    private static final Pattern PERCENT = Pattern.compile("(-?\\d{1,4}) ?%");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final List<String> SCHEMES =
            Stream.of(LegalNumberScheme.values()).map(LegalNumberScheme::code).toList();
    private static final List<String> LANGUAGES =
            List.of(Language.values()).stream().map(Language::code).toList();

    private Scalars() {}

    static Optional<String> text(Value value) {
        return value.text();
    }

    /// A lasting word in lower-case kebab.
    static Optional<String> word(Value value) {
        return value.text()
                .flatMap(text ->
                        WORD.matcher(text).matches()
                                ? Optional.of(text)
                                : value.wrong(
                                        "'"
                                                + text
                                                + "' should be a word in small letters,"
                                                + " digits and hyphens",
                                        kebab(text)));
    }

    private static Optional<String> kebab(String text) {
        var kebab =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return kebab.isEmpty() ? Optional.empty() : Optional.of(kebab);
    }

    /// One of the words of a fixed list.
    static Optional<String> oneOf(Value value, Collection<String> allowed) {
        return value.text()
                .flatMap(text ->
                        allowed.contains(text)
                                ? Optional.of(text)
                                : value.wrongWord(
                                        "'"
                                                + text
                                                + "' is not one of "
                                                + String.join(", ", allowed),
                                        text,
                                        allowed));
    }

    /// One of the constants of an enum, written in kebab.
    static <E extends Enum<E>> Reader<E> oneOf(Class<E> type) {
        var byWord = new java.util.LinkedHashMap<String, E>();
        for (var constant : type.getEnumConstants()) {
            byWord.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        return value -> oneOf(value, byWord.keySet()).map(Map.copyOf(byWord)::get);
    }

    /// A scheme of legal numbers that we can check, such as `LU-RCS`. A number of another would be
    /// asked for and never read.
    static Optional<String> scheme(Value value) {
        return value.text()
                .flatMap(text ->
                        LegalNumberScheme.of(text).isPresent()
                                ? Optional.of(text)
                                : value.wrong(noScheme(text), Nearest.to(text, SCHEMES)));
    }

    /// The letters of a programme account.
    static Optional<String> account(Value value) {
        return value.text()
                .flatMap(text ->
                        text.matches("[A-Z]{2}")
                                ? Optional.of(text)
                                : value.wrong(
                                        "'" + text + "' is no programme account such as RR",
                                        Optional.of(text.toUpperCase(Locale.ROOT))
                                                .filter(one -> one.matches("[A-Z]{2}"))));
    }

    private static String noScheme(String text) {
        var country = text.substring(0, Math.min(2, text.length())).toUpperCase(Locale.ROOT) + "-";
        var there = SCHEMES.stream().filter(scheme -> scheme.startsWith(country)).toList();
        return "'%s' is no scheme of legal numbers; there are %s"
                .formatted(text, String.join(", ", there.isEmpty() ? SCHEMES : there));
    }

    static Optional<Boolean> truth(Value value) {
        return value.text()
                .flatMap(text ->
                        switch (text) {
                            case "true" -> Optional.of(true);
                            case "false" -> Optional.of(false);
                            case "yes", "Yes", "on", "True" -> notTrueOrFalse(value, text, "true");
                            case "no", "No", "off", "False" -> notTrueOrFalse(value, text, "false");
                            default -> value.wrong("'" + text + "' is not true or false");
                        });
    }

    private static Optional<Boolean> notTrueOrFalse(Value value, String text, String meant) {
        return value.wrong("'" + text + "' is not true or false", Optional.of(meant));
    }

    /// A whole number, none or more.
    static Optional<Long> count(Value value) {
        return value.text()
                .flatMap(text -> {
                    if (!WHOLE.matcher(text).matches()) {
                        return value.wrong("'" + text + "' is not a whole number");
                    }
                    var number = Long.parseLong(text);
                    return number < 0
                            ? value.wrong("'" + text + "' is negative")
                            : Optional.of(number);
                });
    }

    /// A whole number, one or more.
    static Optional<Long> countFromOne(Value value) {
        return count(value)
                .flatMap(number ->
                        number == 0 ? value.wrong("should be at least 1") : Optional.of(number));
    }

    static Optional<BigDecimal> decimal(Value value) {
        return value.text()
                .flatMap(text -> {
                    if (!DECIMAL.matcher(text).matches()) {
                        return value.wrong("'" + text + "' is not a number such as 17.5");
                    }
                    var number = new BigDecimal(text);
                    return number.signum() < 0
                            ? value.wrong("'" + text + "' is negative")
                            : Optional.of(number);
                });
    }

    /// A rate in per cent from 0 to 100, such as 17.5.
    static Optional<BigDecimal> rate(Value value) {
        return decimal(value)
                .flatMap(percent ->
                        percent.compareTo(BigDecimal.valueOf(100)) > 0
                                ? value.wrong("'" + percent + "' is not between 0 and 100")
                                : Optional.of(percent));
    }

    /// Per cent from 0 to 100, such as `85%`.
    static Optional<Integer> percent(Value value) {
        return value.text()
                .flatMap(text -> {
                    var matcher = PERCENT.matcher(text);
                    if (!matcher.matches()) {
                        return value.wrong("'" + text + "' is not per cent such as 85%");
                    }
                    var percent = Integer.parseInt(matcher.group(1));
                    return percent < 0 || percent > 100
                            ? value.wrong("'" + text + "' is not between 0% and 100%")
                            : Optional.of(percent);
                });
    }

    static Optional<LocalDate> date(Value value) {
        return value.text()
                .flatMap(text -> {
                    if (!DATE.matcher(text).matches()) {
                        return value.wrong("'" + text + "' is not a date as 2022-07-01");
                    }
                    try {
                        return Optional.of(LocalDate.parse(text));
                    } catch (DateTimeParseException _) {
                        return value.wrong("there is no day " + text);
                    }
                });
    }

    /// A day of every year, such as `07-01`.
    static Optional<MonthDay> dayOfYear(Value value) {
        return value.text()
                .flatMap(text -> {
                    try {
                        var day = MonthDay.parse("--" + text);
                        return day.isValidYear(2023)
                                ? Optional.of(day)
                                : value.wrong("there is no 02-29 in most years");
                    } catch (DateTimeParseException _) {
                        return value.wrong(
                                "'"
                                        + text
                                        + "' is not a day of the year as 07-01"
                                        + " (month-day)");
                    }
                });
    }

    static Optional<ZoneId> zone(Value value) {
        return value.text()
                .flatMap(text -> {
                    try {
                        if (ZoneId.getAvailableZoneIds().contains(text)) {
                            return Optional.of(ZoneId.of(text));
                        }
                    } catch (DateTimeException _) {
                        // said below: the word is no zone
                    }
                    return value.wrongWord(
                            "'" + text + "' is no time zone such as Europe/Luxembourg",
                            text,
                            ZoneId.getAvailableZoneIds());
                });
    }

    /// ISO 3166-2: a country and its part, such as `CA-ON`.
    static Optional<String> region(Value value) {
        return value.text()
                .flatMap(text ->
                        REGION.matcher(text).matches() && COUNTRIES.contains(text.substring(0, 2))
                                ? Optional.of(text)
                                : value.wrong("'" + text + "' is no region such as CA-ON"));
    }

    /// ISO 3166 alpha-2 in capitals.
    static Optional<String> country(Value value) {
        return value.text()
                .flatMap(text ->
                        COUNTRIES.contains(text)
                                ? Optional.of(text)
                                : value.wrong(
                                        "'" + text + "' is no country code such as LU",
                                        Optional.of(text.toUpperCase(Locale.ROOT))
                                                .filter(COUNTRIES::contains)));
    }

    static Optional<Language> language(Value value) {
        return value.text()
                .flatMap(text ->
                        language(text)
                                .or(() -> value.wrongWord(unknownLanguage(text), text, LANGUAGES)));
    }

    static String unknownLanguage(String text) {
        return "'" + text + "' is no language of ours: " + String.join(", ", LANGUAGES);
    }

    /// The language whose code is exactly this text.
    static Optional<Language> language(String text) {
        return LANGUAGES.contains(text) ? Language.of(text) : Optional.empty();
    }
}
