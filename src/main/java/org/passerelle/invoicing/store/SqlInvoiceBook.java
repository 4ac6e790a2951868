package org.passerelle.invoicing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.invoicing.Invoice;
import org.passerelle.invoicing.Invoice.Party;
import org.passerelle.invoicing.InvoiceNumber;
import org.passerelle.invoicing.InvoiceQuery;
import org.passerelle.invoicing.InvoicesFound;
import org.passerelle.invoicing.Waiting;
import org.passerelle.invoicing.domain.Delivered;
import org.passerelle.invoicing.domain.InvoiceBook;
import org.passerelle.invoicing.domain.Issue;
import org.passerelle.invoicing.domain.Issued;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The book of invoices in its tables.
@Repository
class SqlInvoiceBook implements InvoiceBook {
    static final JsonMapper JSON = JsonMapper.builder().build();

    /// One statement, so that all of it sees the same lines: what is delivered meanwhile waits for
    /// the next run.
    private static final String ISSUE =
            """
            with who as (
                select distinct l.organisation from invoicing.line l
                 where l.office = :office and l.document is null and l.delivered_on <= :until
                   and exists (select from invoicing.buyer b
                                where b.organisation = l.organisation)
                 order by l.organisation limit :most),
            picked as (
                select l.id, l.organisation, l.currency, l.net_minor, l.tax_minor, l.delivered_on
                  from who join invoicing.line l on l.organisation = who.organisation
                 where l.office = :office and l.document is null and l.delivered_on <= :until),
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
                       net, tax, net + tax, :seller::jsonb, b.party, :at::timestamptz, :by,
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

    private final JdbcClient db;
    private final InvoiceRows rows;

    SqlInvoiceBook(JdbcClient db) {
        this.db = db;
        this.rows = new InvoiceRows(db);
    }

    @Override
    public void add(Delivered delivered) {
        var line = delivered.line();
        db.sql(
                        """
                        insert into invoicing.line
                            (office, organisation, order_number, order_line, partner, kind, sku,
                             title, quantity, currency, fee_minor, tax_minor, delivered_on)
                        values (:office, :organisation, :order, :line, :partner, :kind, :sku,
                                :title, :quantity, :currency, :fee, :tax, :on)
                        on conflict (office, order_number, order_line) where credits is null
                        do nothing returning id
                        """)
                .param("office", delivered.office().value())
                .param("organisation", delivered.organisation().value())
                .param("order", delivered.order())
                .param("line", line.orderLine())
                .param("partner", delivered.partner())
                .param("kind", delivered.kind())
                .param("sku", line.sku())
                .param("title", line.title())
                .param("quantity", line.quantity())
                .param("currency", line.fee().getCurrencyUnit().getCode())
                .param("fee", line.fee().getAmountMinorLong())
                .param("tax", line.tax().getAmountMinorLong())
                .param("on", delivered.on())
                .query(Long.class)
                .optional()
                .ifPresent(id -> rows.addTaxes(id, line));
    }

    @Override
    public void keep(OrganisationId organisation, Language language, Party buyer) {
        db.sql(
                        """
                        insert into invoicing.buyer (organisation, language, party)
                        values (:organisation, :language, :party::jsonb)
                        on conflict (organisation)
                        do update set language = excluded.language, party = excluded.party
                        """)
                .param("organisation", organisation.value())
                .param("language", language.name())
                .param("party", JSON.writeValueAsString(buyer))
                .update();
    }

    @Override
    public boolean knows(OrganisationId organisation) {
        return db.sql("select exists (select from invoicing.buyer where organisation = ?)")
                .param(organisation.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Waiting waiting(OfficeId office, LocalDate until, CurrencyUnit currency) {
        return db.sql(
                        """
                        select count(distinct organisation) as organisations, count(*) as lines,
                               coalesce(sum(net_minor), 0) as net,
                               coalesce(sum(tax_minor), 0) as tax
                          from invoicing.line
                         where office = ? and document is null and delivered_on <= ?
                           and currency = ?
                        """)
                .param(office.value())
                .param(until)
                .param(currency.getCode())
                .query((row, _) ->
                        new Waiting(
                                row.getLong("organisations"),
                                row.getLong("lines"),
                                Money.ofMinor(currency, row.getLong("net")),
                                Money.ofMinor(currency, row.getLong("tax"))))
                .single();
    }

    /// Answers the last number given, and has whoever wants the next wait for this transaction.
    private long lockNumbers(OfficeId office, int year) {
        db.sql("insert into invoicing.counter values (?, ?, 0) on conflict do nothing")
                .param(office.value())
                .param(year)
                .update();
        return db.sql("select last from invoicing.counter where office = ? and year = ? for update")
                .param(office.value())
                .param(year)
                .query(Long.class)
                .single();
    }

    private void given(OfficeId office, int year, long last) {
        db.sql("update invoicing.counter set last = ? where office = ? and year = ?")
                .param(last)
                .param(office.value())
                .param(year)
                .update();
    }

    @Override
    public List<Issued> next(Issue issue, LocalDate until, int most) {
        var year = issue.on().getYear();
        var last = lockNumbers(issue.office(), year);
        Map<Long, Parts> found = new LinkedHashMap<>();
        db.sql(ISSUE)
                .param("office", issue.office().value())
                .param("prefix", issue.prefix())
                .param("year", year)
                .param("last", last)
                .param("until", until)
                .param("most", most)
                .param("on", issue.on())
                .param("seller", JSON.writeValueAsString(issue.seller()))
                .param("at", issue.at().toString())
                .param("by", issue.by().name())
                .param("person", issue.by().personValue())
                .query(row -> {
                    found.computeIfAbsent(row.getLong("place"), _ -> Parts.of(row)).add(row);
                });
        if (!found.isEmpty()) {
            given(issue.office(), year, last + found.size());
        }
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

    @Override
    public Optional<Locked> lock(OfficeId office, InvoiceNumber number) {
        lockNumbers(office, number.year());
        return rows.find(office, number)
                .map(found ->
                        new Locked(
                                found.id(),
                                found.invoice(),
                                rows.invoiced(found.id(), found.invoice().lines())));
    }

    @Override
    public List<Invoiced> lines(OfficeId office, InvoiceNumber number) {
        return rows.find(office, number)
                .map(found -> rows.invoiced(found.id(), found.invoice().lines()))
                .orElse(List.of());
    }

    @Override
    public Issued credit(Issue issue, Locked corrected, List<Given> given, String reason) {
        var year = issue.on().getYear();
        var number = new InvoiceNumber(issue.prefix(), year, lockNumbers(issue.office(), year) + 1);
        given(issue.office(), year, number.place());
        return rows.credit(issue, number, corrected, given, reason);
    }

    @Override
    public Optional<Invoice> find(OfficeId office, InvoiceNumber number) {
        return rows.find(office, number).map(InvoiceRows.Found::invoice);
    }

    @Override
    public Set<OfficeId> officesOf(InvoiceNumber number) {
        return db.sql(
                        """
                        select office from invoicing.document
                         where year = ? and place = ? and prefix = ?
                        """)
                .param(number.year())
                .param(number.place())
                .param(number.prefix())
                .query((row, _) -> OfficeId.of(row.getString("office")))
                .set();
    }

    @Override
    public InvoicesFound search(OfficeId office, InvoiceQuery query, int from, int size) {
        return rows.search(office, query, from, size);
    }

    @Override
    public List<InvoicesFound.Row> ofOrganisation(OrganisationId organisation) {
        return rows.ofOrganisation(organisation);
    }

    @Override
    public Optional<InvoiceNumber> invoiceOf(OfficeId office, long order, int line) {
        return db.sql(
                        """
                        select d.prefix, d.year, d.place
                          from invoicing.line l join invoicing.document d on d.id = l.document
                         where l.office = ? and l.order_number = ? and l.order_line = ?
                           and l.credits is null
                        """)
                .param(office.value())
                .param(order)
                .param(line)
                .query((row, _) -> InvoiceRows.number(row, ""))
                .optional();
    }

    @Override
    public List<InvoiceNumber> unsent(OfficeId office, int most) {
        return db.sql(
                        """
                        select d.prefix, d.year, d.place
                          from invoicing.unsent u
                          join invoicing.document d using (office, year, place)
                         where u.office = ? order by u.year, u.place limit ?
                           for update of u skip locked
                        """)
                .param(office.value())
                .param(most)
                .query((row, _) -> InvoiceRows.number(row, ""))
                .list();
    }

    @Override
    public void sent(OfficeId office, InvoiceNumber number) {
        db.sql("delete from invoicing.unsent where office = ? and year = ? and place = ?")
                .param(office.value())
                .param(number.year())
                .param(number.place())
                .update();
    }

    @Override
    public Optional<byte[]> file(OfficeId office, InvoiceNumber number, Form form) {
        return db.sql(
                        """
                        select f.content
                          from invoicing.file f join invoicing.document d on d.id = f.document
                         where d.office = ? and d.year = ? and d.place = ? and f.form = ?
                        """)
                .param(office.value())
                .param(number.year())
                .param(number.place())
                .param(form.name())
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    @Override
    public void keep(OfficeId office, InvoiceNumber number, Form form, byte[] content, Instant at) {
        db.sql(
                        """
                        insert into invoicing.file (document, form, content, made_at)
                        select id, ?, ?, ?::timestamptz from invoicing.document
                         where office = ? and year = ? and place = ?
                        on conflict do nothing
                        """)
                .param(form.name())
                .param(content)
                .param(at.toString())
                .param(office.value())
                .param(number.year())
                .param(number.place())
                .update();
    }
}
