package org.passerelle.ordering;

import org.passerelle.catalogue.LinePrice;
import org.passerelle.words.Words;

/// What a tax is called beside its amount: `VAT 17%`, `HST 13%`.
public final class TaxWords {
    private TaxWords() {}

    public static String of(LinePrice.Tax tax, Words words) {
        var percent = words.number(tax.percent());
        return tax.name()
                .map(name -> words.get("ordering.tax", name, percent))
                .orElseGet(() -> words.get("ordering.vat", percent));
    }
}
