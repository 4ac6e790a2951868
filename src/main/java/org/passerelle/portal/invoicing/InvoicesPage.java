package org.passerelle.portal.invoicing;

import java.util.List;
import java.util.Optional;

/// Everything issued to an organisation, what it paid and what is open (INV-04).
public record InvoicesPage(List<Row> invoices, List<Payment> payments, List<Open> open) {

    /// @param corrects words that name the invoice a credit note corrects
    /// @param ubl whether there is a form for machines
    public record Row(
            String number,
            String title,
            Optional<String> corrects,
            String issued,
            String gross,
            String left,
            boolean ubl) {}

    /// Money that came, or went back.
    public record Payment(String on, String order, String what, String amount) {}

    public record Open(String order, String amount, String until) {}
}
