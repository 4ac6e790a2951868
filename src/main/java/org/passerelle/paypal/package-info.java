/// # paypal: card and PayPal, without an account of ours
///
/// **Owns** attempts to pay by card or PayPal, the messages PayPal sends about them, and refunds on
/// their way over PayPal (PAY-03). **Asks** `payment` what is owed and to book what was captured,
/// `pack` which means an office takes, PayPal itself through its port. **Tells** PaymentRefused.
/// **Never** knows what an order is, never sees a card number, and never believes a message or a
/// return that PayPal does not confirm.
///
/// Invariants: an attempt is captured once, however often page, message and agenda ask; money that
/// was captured is booked once, and goes back where nothing was owed any more; of several attempts
/// for one payable only one is captured at a time.
@ApplicationModule(
        allowedDependencies = {"payment", "pack", "pack::model", "audit", "agenda", "privacy"})
@NullMarked
package org.passerelle.paypal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
