/// # tax: which taxes a sale bears, and why
///
/// **Owns** what a tax is and how it is rounded, the VAT numbers of organisations with every check
/// of them, exemptions with their certificates, and the decision. **Asks** `pack` for dated rates
/// and the VAT area, `organisation` where it is, `document` to keep certificates, `agenda` when an
/// exemption ends, `notification` and `audit`. **Tells** VatNumberChanged; who sells asks on the
/// day. **Never** knows an order or an invoice, and never asks a register itself: staff do and say
/// what they saw.
///
/// Invariants: each tax is rounded half up, once for each line, by that line alone; a tax is never
/// negative; a check is added to and never changed; being verified is not being exempt.
@ApplicationModule(
        allowedDependencies = {
            "organisation",
            "identity",
            "pack",
            "pack::model",
            "notification",
            "audit",
            "agenda",
            "document",
            "words"
        })
@NullMarked
package org.passerelle.tax;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
