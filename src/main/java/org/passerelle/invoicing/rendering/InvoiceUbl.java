package org.passerelle.invoicing.rendering;

import com.helger.jaxb.GenericJAXBMarshaller;
import com.helger.ubl21.UBL21Marshaller;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BillingReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CreditNoteLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DocumentReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.InvoiceLineType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.NoteType;
import oasis.names.specification.ubl.schema.xsd.creditnote_21.CreditNoteType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;
import org.passerelle.invoicing.Invoice;
import org.passerelle.invoicing.Invoice.Line;

/// Writes an invoice or a credit note as UBL 2.1, Peppol BIS Billing 3.0 (INV-03).
///
/// As EN 16931 has it: a document about things outside the tax names no VAT number; what is left to
/// pay has a due day and an account; amounts of a credit note are positive.
public final class InvoiceUbl {
    private static final String CUSTOMIZATION =
            "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
    private static final String PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
    private static final String COMMERCIAL_INVOICE = "380";
    private static final String CREDIT_NOTE = "381";

    /// "One", of the recommendation 20 of UN/ECE.
    private static final String UNIT = "C62";

    private InvoiceUbl() {}

    /// The document in UTF-8.
    ///
    /// @throws IllegalArgumentException when it has no electronic form
    public static byte[] write(Invoice invoice) {
        if (!invoice.hasElectronicForm()) {
            throw new IllegalArgumentException(invoice.number() + " has no electronic form");
        }
        return switch (invoice.kind()) {
            case INVOICE -> bytes(UBL21Marshaller.invoice(), invoice(invoice));
            case CREDIT_NOTE -> bytes(UBL21Marshaller.creditNote(), creditNote(invoice));
        };
    }

    private static <T> byte[] bytes(GenericJAXBMarshaller<T> marshaller, T document) {
        return Objects.requireNonNull(
                marshaller.setFormattedOutput(true).getAsBytes(document),
                "the schema refuses the document");
    }

    private static InvoiceType invoice(Invoice invoice) {
        var ubl = new InvoiceType();
        var parts = new UblParts(invoice);
        ubl.setCustomizationID(CUSTOMIZATION);
        ubl.setProfileID(PROFILE);
        ubl.setID(invoice.number().toString());
        ubl.setIssueDate(invoice.issuedOn());
        ubl.setDueDate(invoice.dueOn());
        ubl.setInvoiceTypeCode(COMMERCIAL_INVOICE);
        parts.vatChecked().ifPresent(note -> ubl.getNote().add(new NoteType(note)));
        ubl.setDocumentCurrencyCode(parts.currency());
        ubl.setBuyerReference(parts.buyerReference());
        parts.period().ifPresent(ubl.getInvoicePeriod()::add);
        parts.order().ifPresent(ubl::setOrderReference);
        ubl.setAccountingSupplierParty(parts.seller());
        ubl.setAccountingCustomerParty(parts.buyer());
        parts.delivery().ifPresent(ubl.getDelivery()::add);
        parts.paymentMeans().ifPresent(ubl.getPaymentMeans()::add);
        ubl.getTaxTotal().add(parts.taxTotal());
        ubl.setLegalMonetaryTotal(parts.total());
        var position = 1;
        for (var line : invoice.lines()) {
            ubl.getInvoiceLine().add(invoiceLine(parts, position++, line));
        }
        return ubl;
    }

    private static InvoiceLineType invoiceLine(UblParts parts, int position, Line line) {
        var ubl = new InvoiceLineType();
        ubl.setID(String.valueOf(position));
        ubl.getNote().add(note(line));
        ubl.setInvoicedQuantity(BigDecimal.valueOf(line.quantity())).setUnitCode(UNIT);
        ubl.setLineExtensionAmount(parts.amount(line.net())).setCurrencyID(parts.currency());
        parts.period(line).ifPresent(ubl.getInvoicePeriod()::add);
        ubl.setItem(parts.item(line));
        ubl.setPrice(parts.price(line));
        return ubl;
    }

    private static CreditNoteType creditNote(Invoice note) {
        var ubl = new CreditNoteType();
        var parts = new UblParts(note);
        ubl.setCustomizationID(CUSTOMIZATION);
        ubl.setProfileID(PROFILE);
        ubl.setID(note.number().toString());
        ubl.setIssueDate(note.issuedOn());
        ubl.setCreditNoteTypeCode(CREDIT_NOTE);
        note.corrects().ifPresent(corrected -> ubl.getNote().add(new NoteType(corrected.reason())));
        ubl.setDocumentCurrencyCode(parts.currency());
        ubl.setBuyerReference(parts.buyerReference());
        parts.period().ifPresent(ubl.getInvoicePeriod()::add);
        parts.order().ifPresent(ubl::setOrderReference);
        note.corrects().map(InvoiceUbl::reference).ifPresent(ubl.getBillingReference()::add);
        ubl.setAccountingSupplierParty(parts.seller());
        ubl.setAccountingCustomerParty(parts.buyer());
        parts.delivery().ifPresent(ubl.getDelivery()::add);
        parts.paymentMeans().ifPresent(ubl.getPaymentMeans()::add);
        ubl.getTaxTotal().add(parts.taxTotal());
        ubl.setLegalMonetaryTotal(parts.total());
        var position = 1;
        for (var line : note.lines()) {
            ubl.getCreditNoteLine().add(creditNoteLine(parts, position++, line));
        }
        return ubl;
    }

    private static CreditNoteLineType creditNoteLine(UblParts parts, int position, Line line) {
        var ubl = new CreditNoteLineType();
        ubl.setID(String.valueOf(position));
        ubl.getNote().add(note(line));
        ubl.setCreditedQuantity(BigDecimal.valueOf(line.quantity())).setUnitCode(UNIT);
        ubl.setLineExtensionAmount(parts.amount(line.net())).setCurrencyID(parts.currency());
        parts.period(line).ifPresent(ubl.getInvoicePeriod()::add);
        ubl.setItem(parts.item(line));
        ubl.setPrice(parts.price(line));
        return ubl;
    }

    /// Which line of which order it is: a document may be about several orders, and UBL names one.
    private static NoteType note(Line line) {
        return new NoteType(line.order() + "/" + line.orderLine());
    }

    private static BillingReferenceType reference(Invoice.Correction corrected) {
        var document = new DocumentReferenceType();
        document.setID(corrected.number().toString());
        document.setIssueDate(corrected.issuedOn());
        var reference = new BillingReferenceType();
        reference.setInvoiceDocumentReference(document);
        return reference;
    }

    /// The numbers of the orders that a document is about, each once.
    static List<String> orders(Invoice invoice) {
        return invoice.lines().stream().map(Line::order).distinct().toList();
    }
}
