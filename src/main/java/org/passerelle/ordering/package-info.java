/// # ordering: from the cart to the goods
///
/// **Owns** carts, restrictions, orders with their states, conditions accepted, answers given,
/// everything that was handed over, who has a unit, the support that follows. **Asks** `catalogue`
/// for prices and stock, `programme` for eligibility and the allotment ledger, `organisation` who
/// may order, `payment` to expect and return money, `vault` to seal keys, `notification` and
/// `audit`. **Tells** OrderPlaced, OrderCancelled, OrderRefused, LineDelivered. **Never** counts
/// allotments or stock itself, and never judges eligibility.
///
/// Invariants: an order is placed with its allotment, its stock and its payable in one transaction,
/// or not at all; a number names one order for ever; what was accepted is kept by version; totals
/// are the sums of lines.
@ApplicationModule(
        allowedDependencies = {
            "catalogue",
            "tax",
            "programme",
            "organisation",
            "payment",
            "paypal",
            "pack",
            "pack::model",
            "vault",
            "notification",
            "audit",
            "agenda",
            "identity",
            "words"
        })
@NullMarked
package org.passerelle.ordering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
