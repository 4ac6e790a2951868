/// # invoicing: what was delivered, as documents that people and machines accept
///
/// **Owns** what was delivered and waits to be invoiced, invoices and credit notes with their
/// numbers and documents, the month's run. **Asks** `ordering` for the line that was delivered,
/// `returns` for what came back of it, `tax` for the buyer's VAT number, `organisation` whom to
/// invoice, `ledger` to post, `payment` for the code that a banking app reads, `pack` who sells,
/// `agenda` for the month's end, `audit`, `notification`, `words`. **Tells** nothing. **Never**
/// decides what a sale is taxed: it states what the order agreed.
///
/// Invariants: a delivered line is invoiced once; what came back before is not invoiced, and what
/// came back after is on one credit note for each return and invoice; numbers have no gaps within
/// an office and year, whatever dies or runs at once, since the counter is locked by the
/// transaction that writes the documents; totals are the sums of lines; what was issued is never
/// changed, a credit note corrects it and never gives back more than was invoiced; each document is
/// posted in the ledger in its own transaction.
@ApplicationModule(
        allowedDependencies = {
            "ordering",
            "returns",
            "organisation",
            "tax",
            "catalogue",
            "ledger",
            "payment",
            "pack",
            "pack::model",
            "agenda",
            "audit",
            "notification",
            "words"
        })
@NullMarked
package org.passerelle.invoicing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
