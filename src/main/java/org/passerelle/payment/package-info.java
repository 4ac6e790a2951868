/// # payment: what is owed, what came in, what goes back
///
/// **Owns** payables with their structured communication, the receipts of transfers, money noted to
/// go back. **Asks** `pack` where an office is paid, `audit` to keep who recorded what. **Tells**
/// PaymentSettled, PaymentShort, PaymentExceeded. **Never** knows an order: it bills a
/// `PayableRef`.
///
/// Invariants: a communication names one payable for ever; a bank reference counts once in an
/// office; receipts are never changed or deleted; what is in excess is the sum of receipts less
/// what was owed less what went back, never an edited cell.
@ApplicationModule(allowedDependencies = {"pack", "pack::model", "audit"})
@NullMarked
package org.passerelle.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
