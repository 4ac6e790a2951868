/// # invoicing: what was delivered, as documents that people and machines accept
///
/// **Owns** invoices and credit notes, with their numbers and documents. **Asks** `payment` for the
/// code that a banking app reads, `words` for the words of each language. **Tells** nothing yet.
/// **Never** decides what a sale is taxed: it states what the order agreed.
///
/// Invariants: totals are the sums of lines; what was issued is never changed, a credit note
/// corrects it.
@ApplicationModule(allowedDependencies = {"payment", "words"})
@NullMarked
package org.passerelle.invoicing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
