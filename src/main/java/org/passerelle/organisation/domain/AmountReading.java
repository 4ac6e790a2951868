package org.passerelle.organisation.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;

/// Reads amounts, numbers and dates as people write them.
final class AmountReading {
    /// A trillion: more is a slip, and the column holds no more.
    private static final BigDecimal LARGEST = new BigDecimal("1000000000000");

    /// Digits alone, or parted by threes.
    private static final Pattern THOUSANDS = Pattern.compile("\\d+|\\d{1,3}(?:[.,]\\d{3})+");

    private static final Pattern LUXEMBOURG_DATE =
            Pattern.compile("(\\d{1,2})[./\\-](\\d{1,2})[./\\-](\\d{4})");

    private AmountReading() {}

    /// `1 120 000`, `1.120.000,50`, `1,120,000.50`, `1'120'000`: the last of point and comma is the
    /// decimal mark when both stand there, or when it does not part three digits.
    static Optional<Money> amount(String typed, CurrencyUnit currency) {
        var text = typed.replaceAll("[\\s\\u00a0\\u202f'’€$£]", "");
        if (!text.matches("\\d[\\d.,]*")) {
            return Optional.empty();
        }
        var mark = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
        var whole = mark >= 0 && isDecimalMark(text, mark) ? text.substring(0, mark) : text;
        if (!THOUSANDS.matcher(whole).matches()) {
            return Optional.empty();
        }
        var fraction = text.substring(Math.min(text.length(), whole.length()));
        var number = new BigDecimal(whole.replaceAll("[.,]", "") + fraction.replace(',', '.'));
        var fits = number.scale() <= currency.getDecimalPlaces();
        return fits && number.compareTo(LARGEST) < 0
                ? Optional.of(Money.of(currency, number))
                : Optional.empty();
    }

    private static boolean isDecimalMark(String text, int mark) {
        var other = text.charAt(mark) == '.' ? ',' : '.';
        var several = text.indexOf(text.charAt(mark)) != mark;
        var partsThree = text.length() - mark - 1 == 3;
        return mark < text.length() - 1 && !several && (text.indexOf(other) >= 0 || !partsThree);
    }

    static Optional<CurrencyUnit> currency(String code) {
        try {
            return Optional.of(CurrencyUnit.of(code.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalCurrencyException e) {
            return Optional.empty();
        }
    }

    /// A number of at most nine digits, not negative.
    static Optional<Integer> wholeNumber(String typed) {
        var text = typed.replaceAll("[\\s\\u00a0\\u202f]", "");
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /// A whole number with a minus sign, as a hyphen or as printed.
    static boolean isNegative(String typed) {
        var text = typed.replaceAll("[\\s\\u00a0\\u202f]", "");
        return text.matches("[-\u2010\u2011\u2012\u2013\u2212][0-9]+");
    }

    /// `2021-02-12`, as browsers send it, or `12.2.2021` as people write it.
    static Optional<LocalDate> date(String typed) {
        var european = LUXEMBOURG_DATE.matcher(typed);
        var iso =
                european.matches()
                        ? "%s-%02d-%02d"
                                .formatted(
                                        european.group(3),
                                        Integer.valueOf(european.group(2)),
                                        Integer.valueOf(european.group(1)))
                        : typed;
        try {
            return Optional.of(LocalDate.parse(iso));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
