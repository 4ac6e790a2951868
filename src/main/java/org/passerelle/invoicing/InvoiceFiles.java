package org.passerelle.invoicing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.agenda.Agenda;
import org.passerelle.invoicing.domain.InvoiceBook;
import org.passerelle.invoicing.domain.InvoiceBook.Form;
import org.passerelle.invoicing.rendering.InvoicePdf;
import org.passerelle.invoicing.rendering.InvoiceUbl;
import org.passerelle.kernel.OfficeId;
import org.passerelle.notification.Enclosures;
import org.passerelle.notification.LetterAbout;
import org.springframework.stereotype.Component;

/// The documents of what was issued: made by the agenda after the run, apart from the numbers, or
/// when somebody asks sooner; kept once made (INV-03).
@Component
class InvoiceFiles implements Enclosures {
    static final String MAKE = "invoicing.documents";
    static final String ABOUT = "invoice";

    /// So few that a transaction stays short: a page that wants the next document does not wait.
    private static final int AT_ONCE = 10;

    private final InvoiceBook book;
    private final InvoicePdf pdf;
    private final InvoiceLetters letters;
    private final Agenda agenda;
    private final Clock clock;

    InvoiceFiles(
            InvoiceBook book, InvoicePdf pdf, InvoiceLetters letters, Agenda agenda, Clock clock) {
        this.book = book;
        this.pdf = pdf;
        this.letters = letters;
        this.agenda = agenda;
        this.clock = clock;
    }

    /// Has the documents of an office made that are not there yet. Each asking is an entry of its
    /// own: nobody waits for one under way, and several nodes make documents side by side.
    void plan(OfficeId office) {
        agenda.plan(MAKE, office + "/" + UUID.randomUUID(), clock.instant());
    }

    static OfficeId office(String subject) {
        return OfficeId.of(subject.substring(0, subject.lastIndexOf('/')));
    }

    /// Makes the next documents and writes to whom they are for; plans the rest.
    void makeNext(OfficeId office) {
        var next = book.unsent(office, AT_ONCE);
        for (var number : next) {
            var invoice = book.find(office, number).orElseThrow();
            make(invoice);
            letters.write(invoice);
            book.sent(office, number);
        }
        if (next.size() == AT_ONCE) {
            plan(office);
        }
    }

    Optional<byte[]> get(OfficeId office, InvoiceNumber number, Form form) {
        var kept = book.file(office, number, form);
        if (kept.isPresent()) {
            return kept;
        }
        book.find(office, number).ifPresent(this::make);
        return book.file(office, number, form);
    }

    private void make(Invoice invoice) {
        var ubl =
                invoice.hasElectronicForm()
                        ? Optional.of(InvoiceUbl.write(invoice))
                        : Optional.<byte[]>empty();
        var now = clock.instant();
        var office = invoice.office();
        ubl.ifPresent(xml -> book.keep(office, invoice.number(), Form.UBL, xml, now));
        book.keep(office, invoice.number(), Form.PDF, pdf.write(invoice, ubl), now);
    }

    @Override
    public List<Enclosure> with(LetterAbout thing) {
        if (!thing.type().equals(ABOUT)) {
            return List.of();
        }
        var slash = thing.id().lastIndexOf('/');
        var office = OfficeId.of(thing.id().substring(0, slash));
        var number = InvoiceNumber.of(thing.id().substring(slash + 1));
        var files = new ArrayList<Enclosure>();
        book.file(office, number, Form.PDF)
                .map(file -> new Enclosure(number + ".pdf", "application/pdf", file))
                .ifPresent(files::add);
        book.file(office, number, Form.UBL)
                .map(file -> new Enclosure(number + ".xml", "application/xml", file))
                .ifPresent(files::add);
        return files;
    }
}
