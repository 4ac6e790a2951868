package org.passerelle.invoicing.domain;

import java.time.Instant;
import java.time.LocalDate;
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
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;

/// What was delivered and what was issued.
public interface InvoiceBook {
    /// Adds a delivered line; one that is there already stays as it is.
    void add(Delivered line);

    /// What is left to invoice of a line that waits: fewer units than were delivered, since others
    /// came back. One that was invoiced stays as it is.
    ///
    /// @param units none, and it waits for nothing
    /// @param taxes what each of its taxes comes to, in their order
    void rest(OfficeId office, long order, int line, long units, List<Money> taxes);

    /// Holds whom invoices of an organisation name until the transaction ends. Who keeps that reads
    /// the organisation's facts afterwards: two who read before they wait for each other would let
    /// the older facts win.
    void hold(OrganisationId organisation);

    /// Whom invoices of an organisation name from now on; the caller holds it.
    void keep(OrganisationId organisation, Language language, Party buyer);

    /// Whom they name now; empty before its first delivery.
    Optional<Party> buyer(OrganisationId organisation);

    /// Whether something waits of which the buyer owes the tax itself.
    boolean owesTax(OrganisationId organisation);

    /// What waits of an office, delivered no later than on a day.
    Waiting waiting(OfficeId office, LocalDate until, CurrencyUnit currency);

    /// Invoices the next organisations in a fixed order: all that waits of each, delivered no later
    /// than on a day. Locks the numbers of the office and year until the transaction ends.
    ///
    /// @param most organisations
    /// @return what was issued, in the order of numbers; empty when nothing waits
    List<Issued> next(Issue issue, LocalDate until, int most);

    /// A line of an invoice as it was issued.
    ///
    /// @param credited units that credit notes gave back
    /// @param creditedTaxes what they gave back of each tax, by its code
    record Invoiced(long id, Invoice.Line line, long credited, Map<String, Money> creditedTaxes) {
        public long left() {
            return line.quantity() - credited;
        }
    }

    /// An invoice with its lines, locked until the transaction ends.
    record Locked(UUID id, Invoice invoice, List<Invoiced> lines) {}

    Optional<Locked> lock(OfficeId office, InvoiceNumber number);

    /// The lines of an invoice with what was given back of them.
    List<Invoiced> lines(OfficeId office, InvoiceNumber number);

    /// Lines of credit notes, by the line they give back.
    record Given(Invoiced of, Invoice.Line line) {}

    /// Issues a credit note.
    Issued credit(Issue issue, Locked corrected, List<Given> lines, String reason);

    Optional<Invoice> find(OfficeId office, InvoiceNumber number);

    Set<OfficeId> officesOf(InvoiceNumber number);

    InvoicesFound search(OfficeId office, InvoiceQuery query, int from, int size);

    List<InvoicesFound.Row> ofOrganisation(OrganisationId organisation);

    /// The invoice on which a line of an order stands.
    Optional<InvoiceNumber> invoiceOf(OfficeId office, long order, int line);

    /// Documents of an office whose letter is not written yet, in the order of numbers; locked
    /// until the transaction ends, those that others locked left out.
    List<InvoiceNumber> unsent(OfficeId office, int most);

    /// Their letter is written.
    void sent(OfficeId office, InvoiceNumber number);

    enum Form {
        PDF,
        UBL
    }

    Optional<byte[]> file(OfficeId office, InvoiceNumber number, Form form);

    /// Keeps a file; one that is there already stays.
    void keep(OfficeId office, InvoiceNumber number, Form form, byte[] content, Instant at);
}
