package org.passerelle.invoicing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;

/// One page of invoices and credit notes, newest first.
public record InvoicesFound(List<Row> rows, long total) {
    public InvoicesFound {
        rows = List.copyOf(rows);
    }

    /// @param corrects the invoice that a credit note corrects
    /// @param electronic whether there is a form for machines
    public record Row(
            OfficeId office,
            InvoiceNumber number,
            Invoice.Kind kind,
            Optional<InvoiceNumber> corrects,
            OrganisationId organisation,
            String buyer,
            LocalDate issuedOn,
            Money net,
            Money tax,
            Money paid,
            boolean electronic) {
        public Money gross() {
            return net.plus(tax);
        }

        /// What is left to pay; of a credit note nothing.
        public Money open() {
            return kind == Invoice.Kind.INVOICE
                    ? gross().minus(paid)
                    : Money.zero(net.getCurrencyUnit());
        }
    }
}
