package org.passerelle.ordering.store;

import static org.passerelle.ordering.store.generated.Tables.LINE_TAX;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.DSLContext;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.Localised;
import org.passerelle.ordering.store.generated.tables.records.LineTaxRecord;
import org.passerelle.tax.Tax;
import org.passerelle.tax.TaxAmount;
import org.passerelle.tax.TaxCategory;

/// The taxes of order lines to rows and back, in the language of the order.
final class TaxRows {
    private TaxRows() {}

    static void write(
            DSLContext db, UUID order, int position, Language language, List<TaxAmount> taxes) {
        for (var place = 1; place <= taxes.size(); place++) {
            var tax = taxes.get(place - 1).tax();
            var row = new LineTaxRecord();
            row.setOrderId(order);
            row.setPosition(position);
            row.setPlace(place);
            row.setCode(tax.code());
            tax.name().ifPresent(name -> row.setName(name.in(language)));
            row.setPercent(tax.percent());
            row.setCategory(tax.category().name());
            tax.reason().ifPresent(reason -> row.setReason(reason.in(language)));
            row.setAmountMinor(taxes.get(place - 1).amount().getAmountMinorLong());
            db.insertInto(LINE_TAX).set(row).execute();
        }
    }

    static List<TaxAmount> read(List<LineTaxRecord> rows, int position, CurrencyUnit currency) {
        return rows.stream()
                .filter(row -> row.getPosition() == position)
                .map(row ->
                        new TaxAmount(
                                new Tax(
                                        row.getCode(),
                                        Optional.ofNullable(row.getName()).map(Localised::same),
                                        row.getPercent(),
                                        TaxCategory.valueOf(row.getCategory()),
                                        Optional.ofNullable(row.getReason()).map(Localised::same)),
                                Money.ofMinor(currency, row.getAmountMinor())))
                .toList();
    }
}
