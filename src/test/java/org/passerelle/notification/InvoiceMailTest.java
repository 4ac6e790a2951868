package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.passerelle.ordering.OrderingFixture.OFFICE;
import static org.passerelle.ordering.OrderingFixture.STAFF;

import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.agenda.DueRun;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.invoicing.rendering.OfficialRules;
import org.passerelle.ordering.OrderingFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// A letter with an invoice as it leaves for a mail server.
@ProductTest
@Requirement({"INV-01", "INV-03"})
class InvoiceMailTest {
    @Autowired OrderingFixture house;
    @Autowired IssuedInvoice issued;
    @Autowired Invoicing invoicing;
    @Autowired Notification notification;
    @Autowired DueRun agenda;
    @Autowired LeaveAddress leave;
    @Autowired List<Enclosures> enclosures;

    @Test
    void a_mail_with_an_invoice_carries_it_for_people_and_for_machines() throws Exception {
        var buyer = house.qualified();
        var number = issued.to(buyer.organisation(), OFFICE);
        invoicing.credit(STAFF, OFFICE, number, Map.of(1, 1L), false, "Retour");
        await().until(() -> {
            agenda.runAll();
            return letters(buyer).size() == 2;
        });

        var mail = mail(letters(buyer).getFirst());

        var parts = parts((MimeMultipart) mail.getContent());
        assertThat(parts).hasSize(3);
        var pdf = parts.get(1);
        var ubl = parts.get(2);
        assertThat(pdf.getFileName()).isEqualTo(number + ".pdf");
        assertThat(pdf.getInputStream().readAllBytes())
                .isEqualTo(invoicing.pdf(OFFICE, number).orElseThrow());
        assertThat(ubl.getFileName()).isEqualTo(number + ".xml");
        assertThat(OfficialRules.complaints(ubl.getInputStream().readAllBytes())).isEmpty();
    }

    /// The invoice's and the credit note's.
    private List<SentLetter> letters(OrderingFixture.Buyer buyer) {
        return notification.ofOrganisation(buyer.organisation()).stream()
                .filter(letter -> letter.template().startsWith("invoicing."))
                .sorted(java.util.Comparator.comparing(SentLetter::template).reversed())
                .toList();
    }

    private MimeMessage mail(SentLetter letter) {
        var sent = new ArrayList<MimeMessage>();
        var server =
                new JavaMailSenderImpl() {
                    @Override
                    protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
                        sent.addAll(List.of(messages));
                    }
                };
        new SmtpPost(server, "Passerelle <office@passerelle.example>", leave, () -> enclosures)
                .deliver(letter);
        return sent.getFirst();
    }

    private static List<BodyPart> parts(MimeMultipart mail) throws Exception {
        var parts = new ArrayList<BodyPart>();
        for (var place = 0; place < mail.getCount(); place++) {
            parts.add(mail.getBodyPart(place));
        }
        return parts;
    }
}
