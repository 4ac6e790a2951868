/// # payment: what is owed, what came in, what goes back
///
/// **Owns** payables with their structured communication, receipts with the means and the payer,
/// money noted to go back and its payouts. **Asks** `pack` where an office is paid, `ledger` to
/// post all that happens, `audit` to keep who recorded what. **Tells** PaymentSettled,
/// PaymentShort, PaymentExceeded, PaymentTakenBack, PayoutDue, PayoutSent, PayoutFailed. **Never**
/// knows an order: it bills a `PayableRef`; never carries money itself: `banking` and `paypal` do.
///
/// Invariants: a communication names one payable for ever; a bank reference counts once in an
/// office; receipts are never changed or deleted; what is in excess is the sum of receipts less
/// what was owed less what went back, never an edited cell; money goes back over the receipts that
/// brought it, never more than each brought; an organisation's balances in the ledger equal its
/// payables.
@ApplicationModule(allowedDependencies = {"ledger", "pack", "pack::model", "audit"})
@NullMarked
package org.passerelle.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
