package org.passerelle.invoicing;

import java.util.Optional;

/// What staff looks for among the invoices of an office.
///
/// @param text a part of a number or of a buyer's name; empty for all
/// @param kind empty for both
public record InvoiceQuery(String text, Optional<Invoice.Kind> kind) {
    public InvoiceQuery {
        text = text.strip();
    }
}
