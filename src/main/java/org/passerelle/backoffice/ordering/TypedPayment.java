package org.passerelle.backoffice.ordering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;

/// A receipt as staff typed it, understood as far as it can be.
record TypedPayment(
        Optional<Money> amount, Optional<LocalDate> day, String reference, FormErrors errors) {

    static TypedPayment of(Form form, CurrencyUnit currency) {
        var amount = amount(form.value("amount"), currency);
        var day = day(form.trimmed("day"));
        var reference = form.trimmed("reference");
        return new TypedPayment(
                amount,
                day,
                reference,
                FormErrors.none()
                        .withIf(amount.isEmpty(), "amount", "ordering.staff.payment.amount.wrong")
                        .withIf(day.isEmpty(), "day", "ordering.staff.payment.day.wrong")
                        .withIf(
                                reference.isEmpty(),
                                "reference",
                                "ordering.staff.payment.reference.missing"));
    }

    /// `1 234,50` and `1234.50` alike; more decimals than the currency has are a slip.
    static Optional<Money> amount(String typed, CurrencyUnit currency) {
        var text = typed.replaceAll("[\\s\\u00a0\\u202f€]", "").replace(',', '.');
        if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,2})?")) {
            return Optional.empty();
        }
        return Optional.of(Money.of(currency, new BigDecimal(text), RoundingMode.UNNECESSARY));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
