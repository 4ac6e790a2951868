package org.passerelle.banking.reading;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.passerelle.banking.FileFault.Kind;

/// Amounts and days of a file: here nothing is forgiven.
final class Amounts {
    private static final int DAY_LENGTH = 10;

    private Amounts() {}

    /// The amount of an element that names its currency, never negative.
    static Money amount(Node node) throws FileRefused {
        if (!node.text().matches("[0-9]{1,15}(\\.[0-9]{0,5})?|\\.[0-9]{1,5}")) {
            throw new FileRefused(Kind.WRONG_AMOUNT, node.line(), node.name(), node.text());
        }
        if (node.currency().isEmpty()) {
            throw new FileRefused(Kind.MISSING, node.line(), node.name() + "/@Ccy");
        }
        try {
            return Money.of(
                    CurrencyUnit.of(node.currency()),
                    new BigDecimal(node.text()).stripTrailingZeros());
        } catch (IllegalCurrencyException | ArithmeticException e) {
            throw new FileRefused(
                    Kind.WRONG_AMOUNT,
                    node.line(),
                    node.name(),
                    node.text() + " " + node.currency());
        }
    }

    /// The amount with its sign: negative for a debit. Without a word, `otherwise` counts.
    static Money signed(Node amount, Node holder, Optional<Boolean> otherwise) throws FileRefused {
        var positive = amount(amount);
        var word = holder.text("CdtDbtInd");
        return switch (word) {
            case "CRDT" -> positive;
            case "DBIT" -> positive.negated();
            case "" -> {
                if (otherwise.isEmpty()) {
                    throw new FileRefused(Kind.MISSING, holder.line(), "CdtDbtInd");
                }
                yield otherwise.get() ? positive : positive.negated();
            }
            default -> throw new FileRefused(Kind.WRONG_AMOUNT, holder.line(), "CdtDbtInd", word);
        };
    }

    /// The day in an element that holds a day, a moment, or either below it; a moment counts by the
    /// day the bank wrote.
    static Optional<LocalDate> day(Optional<Node> holder) throws FileRefused {
        if (holder.isEmpty()) {
            return Optional.empty();
        }
        var node = holder.get();
        var text = node.text("Dt");
        if (text.isEmpty()) {
            text = node.text("DtTm");
        }
        if (text.isEmpty()) {
            text = node.text();
        }
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.parse(text.substring(0, Math.min(DAY_LENGTH, text.length()))));
        } catch (DateTimeException e) {
            throw new FileRefused(Kind.WRONG_DAY, node.line(), node.name(), text);
        }
    }
}
