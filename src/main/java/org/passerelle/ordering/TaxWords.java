package org.passerelle.ordering;

import org.passerelle.pack.model.Office;
import org.passerelle.tax.Tax;
import org.passerelle.words.Words;

/// What taxes are called: each beside its amount, `VAT 17%`, `HST 13%`, and a price without and
/// with them. An office that does not speak of VAT says in its pack what it says instead.
public final class TaxWords {
    private TaxWords() {}

    /// Where it is not to be paid, with the reason that the law has it say.
    public static String of(Tax tax, Words words) {
        return tax.reason()
                .map(reason -> rate(tax, words) + " · " + reason.in(words.language()))
                .orElseGet(() -> rate(tax, words));
    }

    private static String rate(Tax tax, Words words) {
        var percent = words.number(tax.percent());
        return tax.name()
                .map(name -> words.get("ordering.tax", name, percent))
                .orElseGet(() -> words.get("ordering.vat", percent));
    }

    /// Beside a price without its taxes: `excl. VAT`, `before tax`.
    public static String excluded(Office office, Words words) {
        return office.tax()
                .map(tax -> tax.excluded().in(words.language()))
                .orElseGet(() -> words.get("ordering.tax.excluded"));
    }

    /// Beside a price with its taxes: `incl. VAT`, `with tax`.
    public static String included(Office office, Words words) {
        return office.tax()
                .map(tax -> tax.included().in(words.language()))
                .orElseGet(() -> words.get("ordering.tax.included"));
    }
}
