package org.passerelle.invoicing;

import java.util.Optional;
import org.passerelle.notification.LetterAbout;
import org.passerelle.notification.WebAddress;
import org.passerelle.organisation.Correspondence;
import org.passerelle.organisation.Correspondence.Note;
import org.passerelle.organisation.Organisations;
import org.springframework.stereotype.Component;

/// What an organisation is written with an invoice or a credit note (INV-01).
@Component
class InvoiceLetters {
    private final Correspondence correspondence;
    private final Organisations organisations;
    private final WebAddress web;

    InvoiceLetters(Correspondence correspondence, Organisations organisations, WebAddress web) {
        this.correspondence = correspondence;
        this.organisations = organisations;
        this.web = web;
    }

    /// Once for each document.
    void write(Invoice invoice) {
        var found = organisations.find(invoice.organisation());
        if (found.isEmpty()) {
            return;
        }
        var words = correspondence.words(found.get());
        var template =
                switch (invoice.kind()) {
                    case INVOICE -> "invoice";
                    case CREDIT_NOTE -> "credit-note";
                };
        var kind = "invoicing.letter." + template + ".";
        var number = invoice.number();
        var layout =
                correspondence
                        .begin(found.get(), words.get(kind + "subject", number))
                        .paragraph(words.get(kind + "body"))
                        .fact(words.get("invoicing.number"), number.toString())
                        .fact(words.get("invoicing.issued"), words.date(invoice.issuedOn()))
                        .fact(words.get("invoicing.total.gross"), words.money(invoice.gross()));
        for (var corrected : invoice.corrects().stream().toList()) {
            layout =
                    layout.fact(words.get("invoicing.reason"), corrected.reason())
                            .fact(
                                    words.get("invoicing.corrects"),
                                    words.get("invoicing.corrects.value", corrected.number()));
        }
        if (invoice.kind() == Invoice.Kind.INVOICE) {
            layout =
                    invoice.payable().isZero()
                            ? layout.paragraph(words.get("invoicing.payment.settled"))
                            : layout.fact(
                                    words.get("invoicing.total.payable"),
                                    words.money(invoice.payable()));
        }
        var key = Invoicing.key(invoice.office(), number);
        correspondence.sendOnce(
                found.get(),
                new Note(
                        "invoicing." + template,
                        layout.button(words.get("invoicing.letter.to-page"), web.of("/invoices")),
                        "ordering.letter.why",
                        key,
                        Optional.of(LetterAbout.of(InvoiceFiles.ABOUT, key))));
    }
}
