package org.passerelle.invoicing.store;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.invoicing.TaxTotal;
import org.passerelle.invoicing.domain.TaxSums;
import org.passerelle.kernel.OfficeId;
import org.passerelle.tax.TaxCategory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Taxes of issued lines, summed by the database.
@Repository
class SqlTaxSums implements TaxSums {
    private static final String ISSUED =
            """
            select t.code, t.percent, t.category,
                   sum(l.net_minor * s.sign) as net, sum(t.amount_minor * s.sign) as tax
              from invoicing.document d
             cross join lateral (select case d.kind when 'INVOICE' then 1 else -1 end) as s (sign)
              join invoicing.line l on l.document = d.id
              join invoicing.line_tax t on t.line = l.id
             where d.office = ? and d.currency = ? and d.issued_on between ? and ?
             group by t.code, t.percent, t.category
             order by t.code, t.category, t.percent desc
            """;

    private final JdbcClient db;

    SqlTaxSums(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<TaxTotal> issued(
            OfficeId office, CurrencyUnit currency, LocalDate from, LocalDate until) {
        return db.sql(ISSUED)
                .params(office.value(), currency.getCode(), from, until)
                .query((row, _) ->
                        new TaxTotal(
                                row.getString("code"),
                                row.getBigDecimal("percent").stripTrailingZeros(),
                                TaxCategory.ofCode(row.getString("category")),
                                Money.ofMinor(currency, row.getLong("net")),
                                Money.ofMinor(currency, row.getLong("tax"))))
                .list();
    }
}
