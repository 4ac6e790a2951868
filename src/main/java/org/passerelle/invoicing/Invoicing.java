package org.passerelle.invoicing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.invoicing.CreditOutcome.NoInvoice;
import org.passerelle.invoicing.CreditOutcome.NothingAsked;
import org.passerelle.invoicing.CreditOutcome.TooMuch;
import org.passerelle.invoicing.Invoice.Kind;
import org.passerelle.invoicing.Invoice.Line;
import org.passerelle.invoicing.domain.Credit;
import org.passerelle.invoicing.domain.InvoiceBook;
import org.passerelle.invoicing.domain.InvoiceBook.Given;
import org.passerelle.invoicing.domain.InvoiceBook.Locked;
import org.passerelle.invoicing.domain.Issue;
import org.passerelle.invoicing.domain.Issued;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.ledger.Ledger;
import org.passerelle.ordering.OrderNumber;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office;
import org.passerelle.payment.Payments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face of the invoicing module: what waits, what was issued, what is given back (INV-01).
@Service
@Transactional
public class Invoicing {
    private final InvoiceBook book;
    private final Parties parties;
    private final Ledger ledger;
    private final Payments payments;
    private final Packs packs;
    private final Audit audit;
    private final InvoiceFiles files;
    private final Clock clock;

    Invoicing(
            InvoiceBook book,
            Parties parties,
            Ledger ledger,
            Payments payments,
            Packs packs,
            Audit audit,
            InvoiceFiles files,
            Clock clock) {
        this.book = book;
        this.parties = parties;
        this.ledger = ledger;
        this.payments = payments;
        this.packs = packs;
        this.audit = audit;
        this.files = files;
        this.clock = clock;
    }

    /// What a run would invoice: delivered until a day of the office, inclusive.
    @Transactional(readOnly = true)
    public Waiting waiting(OfficeId office, LocalDate until) {
        return book.waiting(office, until, office(office).currency());
    }

    /// Invoices the next organisations of an office, all that waits of each, and posts what was
    /// issued. One transaction, so that numbers, documents and books come together or not at all.
    ///
    /// @param until the last day of delivery, inclusive
    /// @param most organisations
    /// @return how many were issued, and their sum; none when nothing waits
    public Batch issueNext(OfficeId id, LocalDate until, int most, Signature by) {
        var office = office(id);
        var issue = issue(office, by);
        var issued = book.next(issue, until, most);
        ledger.postAll(issued.stream().map(one -> InvoicePostings.invoice(id, issue.on(), one)));
        var gross = issued.stream().mapToLong(one -> one.gross().getAmountMinorLong()).sum();
        return new Batch(issued.size(), gross);
    }

    /// @param grossMinor in the smallest unit of the office's currency
    public record Batch(int invoices, long grossMinor) {}

    private Issue issue(Office office, Signature by) {
        var now = clock.instant();
        return new Issue(
                office.id(),
                office.numbering().invoicePrefix(),
                parties.seller(office),
                now.atZone(office.zone()).toLocalDate(),
                now,
                by);
    }

    private Office office(OfficeId office) {
        return packs.get(office).office();
    }

    /// Gives back units of lines of an invoice, by their place on it from one.
    ///
    /// @param withMoney whether the money goes back too, to the means that paid
    /// @param reason that its buyer reads
    public CreditOutcome credit(
            Actor staff,
            OfficeId office,
            InvoiceNumber number,
            Map<Integer, Long> units,
            boolean withMoney,
            String reason) {
        var locked = book.lock(office, number).filter(it -> it.invoice().kind() == Kind.INVOICE);
        if (locked.isEmpty()) {
            return new NoInvoice();
        }
        var lines = locked.get().lines();
        var given = new ArrayList<Given>();
        for (var place = 1; place <= lines.size(); place++) {
            var line = lines.get(place - 1);
            var asked = units.getOrDefault(place, 0L);
            if (asked > line.left()) {
                return new TooMuch(place, line.left());
            }
            if (asked > 0) {
                given.add(new Given(line, Credit.of(line, asked, Map.of())));
            }
        }
        if (given.isEmpty()) {
            return new NothingAsked();
        }
        var issued = credited(staff, locked.get(), given, reason.strip());
        var nothing = Money.zero(issued.gross().getCurrencyUnit());
        return new CreditOutcome.Issued(
                issued.number(),
                withMoney ? moneyBack(staff, office, given, issued.number()) : nothing);
    }

    /// Each order's share goes back to the means that paid the order.
    private Money moneyBack(Actor staff, OfficeId office, List<Given> given, InvoiceNumber note) {
        var byOrder =
                given.stream()
                        .map(Given::line)
                        .collect(
                                Collectors.toMap(
                                        Line::order, Line::gross, Money::plus, TreeMap::new));
        return byOrder.entrySet().stream()
                .map(one ->
                        payments.giveBack(
                                staff,
                                new OrderNumber(office, Long.parseLong(one.getKey())).payable(),
                                one.getValue(),
                                note.toString()))
                .reduce(Money::plus)
                .orElseThrow();
    }

    /// Units of a line of an order for which its buyer got money.
    ///
    /// @param taxes what of it was each tax, by its code
    record GivenBack(int orderLine, long units, Map<String, Money> taxes) {}

    /// Gives back on paper what was given back in money. What staff credited before is not credited
    /// again: empty when nothing is left of it.
    ///
    /// @param reason in the language of the invoice
    Optional<Issued> credit(
            Actor by,
            OfficeId office,
            InvoiceNumber number,
            long order,
            List<GivenBack> back,
            Function<Language, String> reason) {
        var locked = book.lock(office, number).orElseThrow();
        var given = new ArrayList<Given>();
        for (var line : locked.lines()) {
            for (var one : back) {
                if (line.line().order().equals(Long.toString(order))
                        && line.line().orderLine() == one.orderLine()
                        && line.left() > 0) {
                    var units = Math.min(one.units(), line.left());
                    var agreed = units == one.units() ? one.taxes() : Map.<String, Money>of();
                    given.add(new Given(line, Credit.of(line, units, agreed)));
                }
            }
        }
        return given.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        credited(by, locked, given, reason.apply(locked.invoice().language())));
    }

    private Issued credited(Actor staff, Locked invoice, List<Given> given, String reason) {
        var office = office(invoice.invoice().office());
        var issue = issue(office, staff.signature());
        var issued = book.credit(issue, invoice, given, reason);
        ledger.post(InvoicePostings.creditNote(office.id(), issue.on(), issued));
        audit.record(
                new AuditEntry(
                        staff,
                        "invoice.credited",
                        new AuditSubject("invoice", key(office.id(), invoice.invoice().number())),
                        Optional.of(issued.organisation()),
                        issued.number() + " " + reason));
        files.plan(office.id());
        return issued;
    }

    static String key(OfficeId office, InvoiceNumber number) {
        return office + "/" + number;
    }

    @Transactional(readOnly = true)
    public Optional<Invoice> find(OfficeId office, InvoiceNumber number) {
        return book.find(office, number);
    }

    /// The offices that issued a document of this number: prefixes are theirs to choose.
    @Transactional(readOnly = true)
    public Set<OfficeId> officesOf(InvoiceNumber number) {
        return book.officesOf(number);
    }

    /// How many units of each line of an invoice may still be given back, in their order.
    @Transactional(readOnly = true)
    public List<Long> left(OfficeId office, InvoiceNumber number) {
        return book.lines(office, number).stream().map(InvoiceBook.Invoiced::left).toList();
    }

    /// The invoice on which a line of an order stands, once it was invoiced.
    @Transactional(readOnly = true)
    public Optional<InvoiceNumber> invoiceOf(OfficeId office, long order, int line) {
        return book.invoiceOf(office, order, line);
    }

    /// Invoices and credit notes of an office, newest first: `size` of them after the first `from`.
    @Transactional(readOnly = true)
    public InvoicesFound search(OfficeId office, InvoiceQuery query, int from, int size) {
        return book.search(office, query, from, size);
    }

    /// Everything issued to an organisation, newest first.
    @Transactional(readOnly = true)
    public List<InvoicesFound.Row> ofOrganisation(OrganisationId organisation) {
        return book.ofOrganisation(organisation);
    }

    /// The document for people; made now where it was not made yet.
    public Optional<byte[]> pdf(OfficeId office, InvoiceNumber number) {
        return files.get(office, number, InvoiceBook.Form.PDF);
    }

    /// The document for machines; empty where the invoice has no such form.
    public Optional<byte[]> ubl(OfficeId office, InvoiceNumber number) {
        return files.get(office, number, InvoiceBook.Form.UBL);
    }
}
