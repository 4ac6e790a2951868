package org.passerelle.programme;

import org.joda.money.CurrencyMismatchException;
import org.joda.money.Money;

/// A number that an allotment limits: units, or an amount of money.
public sealed interface Figure extends Comparable<Figure> {

    record Units(long count) implements Figure {}

    record Amount(Money money) implements Figure {}

    /// As `pack try` and the API write it: `50`, or `4800.00 USD`.
    default String canonical() {
        return switch (this) {
            case Units(var count) -> Long.toString(count);
            case Amount(var money) -> canonical(money);
        };
    }

    /// Such as `4800.00 USD`.
    static String canonical(Money money) {
        return money.getAmount().toPlainString() + " " + money.getCurrencyUnit().getCode();
    }

    /// This less `other`, which counts the same thing.
    ///
    /// @throws CurrencyMismatchException when the currencies differ
    default Figure minus(Figure other) {
        return switch (this) {
            case Units(var count) when other instanceof Units(var less) -> new Units(count - less);
            case Amount(var money) when other instanceof Amount(var less) ->
                    new Amount(money.minus(less));
            case Units _, Amount _ -> throw unlike(other);
        };
    }

    /// This, or zero where it is below.
    default Figure orZero() {
        return switch (this) {
            case Units(var count) -> new Units(Math.max(0, count));
            case Amount(var money) ->
                    money.isNegative() ? new Amount(Money.zero(money.getCurrencyUnit())) : this;
        };
    }

    default boolean isZero() {
        return switch (this) {
            case Units(var count) -> count == 0;
            case Amount(var money) -> money.isZero();
        };
    }

    @Override
    default int compareTo(Figure other) {
        return switch (this) {
            case Units(var count) when other instanceof Units(var theirs) ->
                    Long.compare(count, theirs);
            case Amount(var money) when other instanceof Amount(var theirs) ->
                    money.compareTo(theirs);
            case Units _, Amount _ -> throw unlike(other);
        };
    }

    private IllegalArgumentException unlike(Figure other) {
        return new IllegalArgumentException("Units and money do not compare: " + this + other);
    }
}
