package org.passerelle.invoicing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.invoicing.InvoiceNumber;
import org.passerelle.invoicing.domain.Issue;
import org.passerelle.invoicing.domain.Issued;
import org.passerelle.kernel.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Issues the next invoices of a run.
final class Issuing {
    /// One statement, so that all of it sees the same lines: what is delivered meanwhile waits for
    /// the next run.
    private static final String ISSUE =
            """
            with who as (
                select distinct l.organisation from invoicing.line l
                 where l.office = :office and l.document is null and l.quantity > 0
                   and l.delivered_on <= :until
                   and exists (select from invoicing.buyer b
                                where b.organisation = l.organisation)
                 order by l.organisation limit :most),
            picked as (
                select l.id, l.organisation, l.currency, l.net_minor, l.tax_minor, l.delivered_on
                  from who join invoicing.line l on l.organisation = who.organisation
                 where l.office = :office and l.document is null and l.quantity > 0
                   and l.delivered_on <= :until),
            sums as (
                select organisation, currency, sum(net_minor) as net, sum(tax_minor) as tax,
                       min(delivered_on) as first
                  from picked group by organisation, currency),
            issued as (
                insert into invoicing.document
                    (id, office, prefix, year, place, kind, organisation, language, issued_on,
                     due_on, period_from, period_until, currency, net_minor, tax_minor,
                     paid_minor, seller, buyer, issued_at, issued_by, issued_by_person)
                select gen_random_uuid(), :office, :prefix, :year,
                       :last + row_number() over (order by organisation, currency), 'INVOICE',
                       organisation, b.language, :on, :on,
                       least(first, date_trunc('month', :until::date)::date), :until, currency,
                       net, tax, net + tax, :sellers::jsonb -> b.language,
                       b.party, :at::timestamptz, :by,
                       :person::uuid
                  from sums join invoicing.buyer b using (organisation)
                returning id, place, organisation, currency, net_minor, tax_minor),
            queued as (
                insert into invoicing.unsent
                select :office, :year, place from issued),
            lined as (
                update invoicing.line l set document = d.id
                  from picked p join issued d using (organisation, currency)
                 where l.id = p.id
                returning l.id, d.id as document, l.partner, l.kind, l.net_minor),
            parts as (
                select document, 'FEE' as part, partner || ':' || kind as key,
                       sum(net_minor) as amount
                  from lined group by document, partner, kind
                 union all
                select l.document, 'TAX', t.code, sum(t.amount_minor)
                  from lined l join invoicing.line_tax t on t.line = l.id
                 group by l.document, t.code)
            select d.id, d.place, d.organisation, d.currency, d.net_minor + d.tax_minor as gross,
                   p.part, p.key, p.amount
              from issued d join parts p on p.document = d.id
             order by d.place, p.part, p.key
            """;

    private Issuing() {}

    /// The caller holds the numbers.
    ///
    /// @param last number that was given
    static List<Issued> next(JdbcClient db, Issue issue, LocalDate until, int most, long last) {
        var year = issue.on().getYear();
        Map<Long, Parts> found = new LinkedHashMap<>();
        db.sql(ISSUE)
                .param("office", issue.office().value())
                .param("prefix", issue.prefix())
                .param("year", year)
                .param("last", last)
                .param("until", until)
                .param("most", most)
                .param("on", issue.on())
                .param("sellers", SqlInvoiceBook.JSON.writeValueAsString(issue.sellers()))
                .param("at", issue.at().toString())
                .param("by", issue.by().name())
                .param("person", issue.by().personValue())
                .query(row -> {
                    found.computeIfAbsent(row.getLong("place"), _ -> Parts.of(row)).add(row);
                });
        return found.entrySet().stream()
                .map(one ->
                        one.getValue()
                                .issued(new InvoiceNumber(issue.prefix(), year, one.getKey())))
                .toList();
    }

    /// What the statement says of one document, row by row.
    private record Parts(
            UUID id,
            OrganisationId organisation,
            Money gross,
            Map<String, Money> fees,
            Map<String, Money> taxes) {

        static Parts of(ResultSet row) {
            try {
                return new Parts(
                        row.getObject("id", UUID.class),
                        new OrganisationId(row.getObject("organisation", UUID.class)),
                        Money.ofMinor(
                                CurrencyUnit.of(row.getString("currency")), row.getLong("gross")),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        void add(ResultSet row) throws SQLException {
            var amount = Money.ofMinor(gross.getCurrencyUnit(), row.getLong("amount"));
            if (!amount.isZero()) {
                (row.getString("part").equals("FEE") ? fees : taxes)
                        .put(row.getString("key"), amount);
            }
        }

        Issued issued(InvoiceNumber number) {
            return new Issued(id, number, organisation, gross, fees, taxes);
        }
    }
}
