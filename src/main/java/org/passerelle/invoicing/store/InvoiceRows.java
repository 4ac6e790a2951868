package org.passerelle.invoicing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.invoicing.Invoice;
import org.passerelle.invoicing.Invoice.Correction;
import org.passerelle.invoicing.Invoice.Kind;
import org.passerelle.invoicing.Invoice.Line;
import org.passerelle.invoicing.Invoice.Party;
import org.passerelle.invoicing.Invoice.Period;
import org.passerelle.invoicing.Invoice.Tax;
import org.passerelle.invoicing.InvoiceNumber;
import org.passerelle.invoicing.InvoiceQuery;
import org.passerelle.invoicing.InvoicesFound;
import org.passerelle.invoicing.domain.InvoiceBook.Given;
import org.passerelle.invoicing.domain.InvoiceBook.Invoiced;
import org.passerelle.invoicing.domain.InvoiceBook.Locked;
import org.passerelle.invoicing.domain.Issue;
import org.passerelle.invoicing.domain.Issued;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.tax.TaxCategory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Documents as values, and single documents as rows.
final class InvoiceRows {
    private static final String DOCUMENTS =
            """
            select d.*, d.buyer ->> 'name' as buyer_name,
                   d.seller -> 'electronic' <> 'null'::jsonb
                       and d.buyer -> 'electronic' <> 'null'::jsonb as electronic,
                   c.prefix as c_prefix, c.year as c_year, c.place as c_place,
                   c.issued_on as c_issued_on
              from invoicing.document d left join invoicing.document c on c.id = d.corrects
            """;

    private final JdbcClient db;

    InvoiceRows(JdbcClient db) {
        this.db = db;
    }

    record Found(UUID id, Invoice invoice) {}

    static InvoiceNumber number(ResultSet row, String from) throws SQLException {
        return new InvoiceNumber(
                row.getString(from + "prefix"),
                row.getInt(from + "year"),
                row.getLong(from + "place"));
    }

    void addTaxes(long id, Line line) {
        var place = 1;
        for (var tax : line.taxes()) {
            db.sql("insert into invoicing.line_tax values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .param(id)
                    .param(place++)
                    .param(tax.code())
                    .param(tax.name().orElse(null))
                    .param(tax.percent())
                    .param(tax.category().code())
                    .param(tax.reason().orElse(null))
                    .param(tax.amount().getAmountMinorLong())
                    .update();
        }
    }

    void changeTaxes(long id, List<Money> taxes) {
        for (var place = 1; place <= taxes.size(); place++) {
            db.sql("update invoicing.line_tax set amount_minor = ? where line = ? and place = ?")
                    .param(taxes.get(place - 1).getAmountMinorLong())
                    .param(id)
                    .param(place)
                    .update();
        }
    }

    Optional<Found> find(OfficeId office, InvoiceNumber number) {
        return db.sql(DOCUMENTS + " where d.office = ? and d.year = ? and d.place = ?")
                .param(office.value())
                .param(number.year())
                .param(number.place())
                .query((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Found(id, invoice(row, lines(id)));
                })
                .optional()
                .filter(found -> found.invoice().number().equals(number));
    }

    private static Invoice invoice(ResultSet row, List<Line> lines) throws SQLException {
        var currency = CurrencyUnit.of(row.getString("currency"));
        Optional<Correction> corrects =
                row.getObject("corrects") == null
                        ? Optional.empty()
                        : Optional.of(
                                new Correction(
                                        number(row, "c_"),
                                        row.getObject("c_issued_on", LocalDate.class),
                                        row.getString("reason")));
        var from = row.getObject("period_from", LocalDate.class);
        return new Invoice(
                number(row, ""),
                Kind.valueOf(row.getString("kind")),
                corrects,
                OfficeId.of(row.getString("office")),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                Language.valueOf(row.getString("language")),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                Optional.ofNullable(from)
                        .map(first -> new Period(first, date(row, "period_until"))),
                SqlInvoiceBook.JSON.readValue(row.getString("seller"), Party.class),
                SqlInvoiceBook.JSON.readValue(row.getString("buyer"), Party.class),
                lines,
                Money.ofMinor(currency, row.getLong("paid_minor")),
                Optional.empty());
    }

    private static LocalDate date(ResultSet row, String column) {
        try {
            return Objects.requireNonNull(row.getObject(column, LocalDate.class));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Line> lines(UUID document) {
        Map<Long, List<Tax>> taxes = new LinkedHashMap<>();
        db.sql(
                        """
                        select l.id, l.currency, l.net_minor, t.*
                          from invoicing.line l join invoicing.line_tax t on t.line = l.id
                         where l.document = ? order by l.id, t.place
                        """)
                .param(document)
                .query(row -> {
                    taxes.computeIfAbsent(row.getLong("id"), _ -> new ArrayList<>()).add(tax(row));
                });
        return db.sql(
                        """
                        select * from invoicing.line where document = ?
                         order by order_number, order_line, id
                        """)
                .param(document)
                .query((row, _) -> line(row, taxes.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private static Tax tax(ResultSet row) throws SQLException {
        var currency = CurrencyUnit.of(row.getString("currency"));
        return new Tax(
                row.getString("code"),
                Optional.ofNullable(row.getString("name")),
                row.getBigDecimal("percent"),
                TaxCategory.ofCode(row.getString("category")),
                Optional.ofNullable(row.getString("reason")),
                Money.ofMinor(currency, row.getLong("net_minor")),
                Money.ofMinor(currency, row.getLong("amount_minor")));
    }

    private static Line line(ResultSet row, List<Tax> taxes) throws SQLException {
        return new Line(
                row.getString("order_number"),
                row.getInt("order_line"),
                row.getString("sku"),
                row.getString("title"),
                row.getLong("quantity"),
                Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("fee_minor")),
                taxes,
                Optional.of(row.getObject("delivered_on", LocalDate.class)));
    }

    /// The lines of an invoice in their order, with what credit notes gave back of each.
    List<Invoiced> invoiced(UUID document, List<Line> lines) {
        Map<Long, Map<String, Money>> taxes = new LinkedHashMap<>();
        db.sql(
                        """
                        select c.credits, c.currency, t.code, sum(t.amount_minor) as amount
                          from invoicing.line l
                          join invoicing.line c on c.credits = l.id
                          join invoicing.line_tax t on t.line = c.id
                         where l.document = ? group by c.credits, c.currency, t.code
                        """)
                .param(document)
                .query(row -> {
                    var currency = CurrencyUnit.of(row.getString("currency"));
                    taxes.computeIfAbsent(row.getLong("credits"), _ -> new LinkedHashMap<>())
                            .put(
                                    row.getString("code"),
                                    Money.ofMinor(currency, row.getLong("amount")));
                });
        return db.sql(
                        """
                        select l.id, coalesce((select sum(c.quantity) from invoicing.line c
                                                where c.credits = l.id), 0) as credited
                          from invoicing.line l where l.document = ?
                         order by l.order_number, l.order_line, l.id
                        """)
                .param(document)
                .query((row, place) ->
                        new Invoiced(
                                row.getLong("id"),
                                lines.get(place),
                                row.getLong("credited"),
                                taxes.getOrDefault(row.getLong("id"), Map.of())))
                .list();
    }

    Issued credit(
            Issue issue, InvoiceNumber number, Locked corrected, List<Given> given, String reason) {
        var id = UUID.randomUUID();
        var zero = Money.zero(corrected.invoice().paid().getCurrencyUnit());
        var net = given.stream().map(one -> one.line().net()).reduce(zero, Money::plus);
        var tax = given.stream().map(one -> one.line().tax()).reduce(zero, Money::plus);
        db.sql(
                        """
                        insert into invoicing.document
                            (id, office, prefix, year, place, kind, corrects, reason,
                             organisation, language, issued_on, due_on, currency, net_minor,
                             tax_minor, paid_minor, seller, buyer, issued_at, issued_by,
                             issued_by_person)
                        select :id, office, :prefix, :year, :place, 'CREDIT_NOTE', id, :reason,
                               organisation, language, :on, :on, currency, :net, :tax, 0, seller,
                               buyer, :at::timestamptz, :by, :person::uuid
                          from invoicing.document where id = :corrects
                        """)
                .param("id", id)
                .param("prefix", number.prefix())
                .param("year", number.year())
                .param("place", number.place())
                .param("reason", reason)
                .param("on", issue.on())
                .param("net", net.getAmountMinorLong())
                .param("tax", tax.getAmountMinorLong())
                .param("at", issue.at().toString())
                .param("by", issue.by().name())
                .param("person", issue.by().personValue())
                .param("corrects", corrected.id())
                .update();
        db.sql("insert into invoicing.unsent values (?, ?, ?)")
                .param(issue.office().value())
                .param(number.year())
                .param(number.place())
                .update();
        var fees = new LinkedHashMap<String, Money>();
        var taxes = new LinkedHashMap<String, Money>();
        for (var one : given) {
            merge(fees, addCredited(id, one), one.line().net());
            one.line().taxes().forEach(part -> merge(taxes, part.code(), part.amount()));
        }
        return new Issued(
                id, number, corrected.invoice().organisation(), net.plus(tax), fees, taxes);
    }

    private static void merge(Map<String, Money> sums, String key, Money amount) {
        if (!amount.isZero()) {
            sums.merge(key, amount, Money::plus);
        }
    }

    /// Answers the account its fee was on.
    private String addCredited(UUID document, Given given) {
        var added = new String[1];
        var id =
                db.sql(
                                """
                                insert into invoicing.line
                                    (office, organisation, order_number, order_line, partner, kind,
                                     sku, title, quantity, currency, fee_minor, tax_minor,
                                     delivered_on, document, credits)
                                select office, organisation, order_number, order_line, partner,
                                       kind, sku, title, ?, currency, fee_minor, ?, delivered_on,
                                       ?, id
                                  from invoicing.line where id = ?
                                returning id, partner || ':' || kind as account
                                """)
                        .param(given.line().quantity())
                        .param(given.line().tax().getAmountMinorLong())
                        .param(document)
                        .param(given.of().id())
                        .query((row, _) -> {
                            added[0] = row.getString("account");
                            return row.getLong("id");
                        })
                        .single();
        addTaxes(id, given.line());
        return Objects.requireNonNull(added[0]);
    }

    InvoicesFound search(OfficeId office, InvoiceQuery query, int from, int size) {
        var where =
                """
                 where d.office = :office
                   and (:text = '' or d.buyer ->> 'name' ilike :like
                        or d.prefix || '-' || d.year || '-'
                           || lpad(d.place::text, greatest(5, length(d.place::text)), '0')
                           ilike :like)
                   and (:kind = '' or d.kind = :kind)
                """;
        var like = "%" + query.text().replaceAll("([%_\\\\])", "\\\\$1") + "%";
        var kind = query.kind().map(Kind::name).orElse("");
        var total =
                db.sql("select count(*) from invoicing.document d" + where)
                        .param("office", office.value())
                        .param("text", query.text())
                        .param("like", like)
                        .param("kind", kind)
                        .query(Long.class)
                        .single();
        var rows =
                db.sql(
                                DOCUMENTS
                                        + where
                                        + " order by d.year desc, d.place desc"
                                        + " limit :size offset :from")
                        .param("office", office.value())
                        .param("text", query.text())
                        .param("like", like)
                        .param("kind", kind)
                        .param("size", size)
                        .param("from", from)
                        .query((row, _) -> row(row))
                        .list();
        return new InvoicesFound(rows, total);
    }

    List<InvoicesFound.Row> ofOrganisation(OrganisationId organisation) {
        var theirs = " where d.organisation = ? order by d.issued_at desc, d.place desc";
        return db.sql(DOCUMENTS + theirs)
                .param(organisation.value())
                .query((row, _) -> row(row))
                .list();
    }

    private static InvoicesFound.Row row(ResultSet row) throws SQLException {
        var currency = CurrencyUnit.of(row.getString("currency"));
        return new InvoicesFound.Row(
                OfficeId.of(row.getString("office")),
                number(row, ""),
                Kind.valueOf(row.getString("kind")),
                row.getObject("corrects") == null
                        ? Optional.empty()
                        : Optional.of(number(row, "c_")),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getString("buyer_name"),
                row.getObject("issued_on", LocalDate.class),
                Money.ofMinor(currency, row.getLong("net_minor")),
                Money.ofMinor(currency, row.getLong("tax_minor")),
                Money.ofMinor(currency, row.getLong("paid_minor")),
                row.getBoolean("electronic"));
    }
}
