package org.passerelle.pack.reading;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.passerelle.kernel.Nearest;
import org.passerelle.pack.model.Duration;
import org.passerelle.pack.model.Duration.Unit;

/// Amounts with a unit: money such as `4800 USD`, lengths such as `26 weeks`.
final class Amounts {
    private static final Pattern MONEY = Pattern.compile("(-?\\d{1,13}(?:\\.\\d{1,4})?) (\\S+)");
    private static final Pattern SWAPPED =
            Pattern.compile("([A-Za-z]{3}) ?(\\d[\\d.,' ]*)|(\\d[\\d.,' ]*?) ?([A-Za-z]{3})");
    private static final Pattern LENGTH = Pattern.compile("(-?\\d{1,6}) ?([a-zA-Z ]+)");

    private Amounts() {}

    static Optional<Money> money(Value value) {
        return value.text().flatMap(text -> money(value, text));
    }

    private static Optional<Money> money(Value value, String text) {
        var matcher = MONEY.matcher(text);
        if (!matcher.matches()) {
            return value.wrong("'" + text + "' is not money such as 38.00 EUR", meant(text));
        }
        var currency = currency(value, matcher.group(2));
        if (currency.isEmpty()) {
            return Optional.empty();
        }
        var amount = new BigDecimal(matcher.group(1));
        if (amount.signum() < 0) {
            return value.wrong("'" + text + "' is negative");
        }
        try {
            return Optional.of(Money.of(currency.get(), amount));
        } catch (ArithmeticException _) {
            return value.wrong(
                    "'%s' has more decimals than %s has (%d)"
                            .formatted(text, currency.get(), currency.get().getDecimalPlaces()));
        }
    }

    /// What somebody meant who wrote `USD 4,800`.
    private static Optional<String> meant(String text) {
        var matcher = SWAPPED.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var swapped = matcher.group(1) != null;
        var code = (swapped ? matcher.group(1) : matcher.group(4)).toUpperCase(Locale.ROOT);
        var number = swapped ? matcher.group(2) : matcher.group(3);
        var plain =
                number.strip().replaceAll("[,' .](?=\\d{3}(\\D|$))", "").replace(',', '.').strip();
        return known(code).isPresent() && MONEY.matcher(plain + " " + code).matches()
                ? Optional.of(plain + " " + code)
                : Optional.empty();
    }

    static Optional<CurrencyUnit> currency(Value value) {
        return value.text().flatMap(text -> currency(value, text));
    }

    static Optional<CurrencyUnit> currency(Value value, String code) {
        var currency = known(code);
        return currency.isPresent()
                ? currency
                : value.wrongWord(
                        "'" + code + "' is no currency code such as EUR",
                        code,
                        CurrencyUnit.registeredCurrencies().stream()
                                .map(CurrencyUnit::getCode)
                                .toList());
    }

    static Optional<CurrencyUnit> known(String code) {
        try {
            return Optional.of(CurrencyUnit.of(code));
        } catch (IllegalCurrencyException _) {
            return Optional.empty();
        }
    }

    static Optional<Duration> length(Value value) {
        return value.text().flatMap(text -> length(value, text));
    }

    private static Optional<Duration> length(Value value, String text) {
        var matcher = LENGTH.matcher(text);
        var form = "'" + text + "' is not a length such as 2 business days or 26 weeks";
        if (!matcher.matches()) {
            return value.wrong(form);
        }
        var amount = Integer.parseInt(matcher.group(1));
        var unit =
                switch (matcher.group(2)) {
                    case "business day", "business days" -> Unit.BUSINESS_DAYS;
                    case "day", "days" -> Unit.DAYS;
                    case "week", "weeks" -> Unit.WEEKS;
                    case "month", "months" -> Unit.MONTHS;
                    case "year", "years" -> Unit.YEARS;
                    default -> null;
                };
        if (unit == null) {
            var units = List.of("business days", "days", "weeks", "months", "years");
            var guess = Nearest.to(matcher.group(2), units).map(word -> amount + " " + word);
            return value.wrong(form, guess);
        }
        return amount < 1
                ? value.wrong("'" + text + "' should be at least 1")
                : Optional.of(new Duration(amount, unit));
    }

    /// A length of the calendar: not in business days.
    static Optional<Duration> calendarLength(Value value) {
        return length(value)
                .flatMap(length ->
                        length.unit() == Unit.BUSINESS_DAYS
                                ? value.wrong("cannot be in business days here")
                                : Optional.of(length));
    }

    static Optional<Period> period(Value value) {
        return calendarLength(value).map(Duration::period);
    }

    static Optional<Integer> businessDays(Value value) {
        return length(value)
                .flatMap(length ->
                        length.unit() == Unit.BUSINESS_DAYS
                                ? Optional.of(length.amount())
                                : value.wrong(
                                        "should be in business days",
                                        Optional.of(length.amount() + " business days")));
    }

    /// Days, or weeks as so many days.
    static Optional<Integer> days(Value value) {
        return length(value)
                .flatMap(length ->
                        switch (length.unit()) {
                            case DAYS -> Optional.of(length.amount());
                            case WEEKS -> Optional.of(7 * length.amount());
                            case BUSINESS_DAYS, MONTHS, YEARS ->
                                    value.wrong("should be in days or weeks");
                        });
    }
}
