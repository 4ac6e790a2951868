package org.passerelle.invoicing.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.passerelle.tax.TaxCategory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The book of invoices in its tables.
@Repository
class SqlInvoiceBook implements InvoiceBook {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final InvoiceRows rows;
    private final Numbers numbers;

    SqlInvoiceBook(JdbcClient db) {
        this.db = db;
        this.rows = new InvoiceRows(db);
        this.numbers = new Numbers(db);
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
    public void rest(OfficeId office, long order, int line, long units, List<Money> taxes) {
        db.sql(
                        """
                        update invoicing.line set quantity = ?, tax_minor = ?
                         where office = ? and order_number = ? and order_line = ?
                           and credits is null and document is null
                        returning id
                        """)
                .param(units)
                .param(taxes.stream().mapToLong(Money::getAmountMinorLong).sum())
                .param(office.value())
                .param(order)
                .param(line)
                .query(Long.class)
                .optional()
                .ifPresent(id -> rows.changeTaxes(id, taxes));
    }

    @Override
    public void hold(OrganisationId organisation) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("invoicing.buyer " + organisation)
                .query((_, _) -> true)
                .single();
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
    public Optional<Party> buyer(OrganisationId organisation) {
        return db.sql("select party from invoicing.buyer where organisation = ?")
                .param(organisation.value())
                .query(String.class)
                .optional()
                .map(json -> JSON.readValue(json, Party.class));
    }

    @Override
    public boolean owesTax(OrganisationId organisation) {
        return db.sql(
                        """
                        select exists (
                            select from invoicing.line l join invoicing.line_tax t on t.line = l.id
                             where l.organisation = ? and l.document is null and l.quantity > 0
                               and t.category = ?)
                        """)
                .param(organisation.value())
                .param(TaxCategory.REVERSE_CHARGE.code())
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
                         where office = ? and document is null and quantity > 0
                           and delivered_on <= ? and currency = ?
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

    @Override
    public List<Issued> next(Issue issue, LocalDate until, int most) {
        var year = issue.on().getYear();
        var last = numbers.lock(issue.office(), year);
        var issued = Issuing.next(db, issue, until, most, last);
        if (!issued.isEmpty()) {
            numbers.given(issue.office(), year, last + issued.size());
        }
        return issued;
    }

    @Override
    public Optional<Locked> lock(OfficeId office, InvoiceNumber number) {
        numbers.lock(office, number.year());
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
        var number =
                new InvoiceNumber(issue.prefix(), year, numbers.lock(issue.office(), year) + 1);
        numbers.given(issue.office(), year, number.place());
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
