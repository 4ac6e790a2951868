/// # ledger: every cent, twice
///
/// **Owns** accounts, entries and their lines (PAY-05). **Asks** nobody but `privacy`. **Tells**
/// nobody: a balance is read, not announced. **Never** knows what an order, a receipt or an invoice
/// is: those who post say it by a cause, an account and a document's name.
///
/// Invariants: the lines of an entry sum to zero in one currency; an entry, once there, is never
/// changed, deleted or added to; a cause has one entry in an office, for ever; a balance is the sum
/// of lines, never an edited cell. The database refuses what breaks the first two.
@ApplicationModule(allowedDependencies = {"privacy"})
@NullMarked
package org.passerelle.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
