package org.passerelle.pack.reading;

import java.util.List;
import java.util.Optional;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Office.Payment.Means;

/// Reads how an office is paid (PAY-01, PAY-03, PAY-04).
final class OfficePaymentReader {
    private final Reading reading;

    OfficePaymentReader(Reading reading) {
        this.reading = reading;
    }

    Optional<Office.Payment> read(Value value) {
        return value.fields(Shapes.PAYMENT)
                .map(fields -> {
                    var remind = reminders(fields);
                    var expire = fields.get("expire-after", Amounts::days);
                    var means = means(fields);
                    if (expire.isPresent() && remind.getLast() >= expire.get()) {
                        value.wrong("an order expires before it is reminded");
                    }
                    return new Office.Payment(
                            fields.get("beneficiary", Scalars::text, ""),
                            account(value, fields, means),
                            fields.get("bic", Addresses::bic, ""),
                            fields.get("instructions", reading::localised, Reading.NO_TEXT),
                            remind,
                            expire.orElse(1),
                            means,
                            fields.get("cheque-expire-after", Amounts::days)
                                    .or(() -> expire)
                                    .orElse(1),
                            fields.get("cheque-address", Scalars::text));
                });
    }

    /// An IBAN, or the number of an account of a country without, to which nobody transfers here:
    /// neither the code on the order nor the file of refunds can name it.
    private static String account(Value value, Fields fields, List<Means> means) {
        if (fields.mentions("iban") == fields.mentions("account")) {
            value.wrong("the account is named by 'iban' or, where there is none, by 'account'");
        }
        var number = fields.get("account", Addresses::account);
        if (number.isPresent() && means.contains(Means.TRANSFER)) {
            value.wrong("one pays by transfer to an 'iban' only");
        }
        return fields.get("iban", Addresses::iban).or(() -> number).orElse("");
    }

    /// One day or several, the earliest first.
    private static List<Integer> reminders(Fields fields) {
        var days = fields.oneOrMore("remind-after", Amounts::days);
        if (!days.equals(days.stream().sorted().distinct().toList())) {
            fields.value("remind-after")
                    .ifPresent(value -> value.wrong("names each day once, the earliest first"));
        }
        return days.isEmpty() ? List.of(1) : days;
    }

    /// In the order in which they are offered; by transfer where nothing is said.
    private static List<Means> means(Fields fields) {
        var listed = fields.value("means");
        var means = fields.oneOrMore("means", Scalars.oneOf(Means.class));
        listed.filter(value -> !value.isText() && value.list().isEmpty())
                .ifPresent(value -> value.wrong("names no means of payment"));
        listed.filter(value -> means.stream().distinct().count() < means.size())
                .ifPresent(value -> value.wrong("names a means of payment twice"));
        return listed.isPresent() ? means.stream().distinct().toList() : List.of(Means.TRANSFER);
    }
}
