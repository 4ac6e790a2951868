/// # returns: what is given back, and the money for it
///
/// **Owns** returns of delivered lines, their way from the announcement to the money, and the
/// decision on each by the offer's policy. **Asks** `ordering` for orders, `payment` to give money
/// back, `programme` and `catalogue` to take allotment and stock back, `document` for photographs,
/// `agenda` for parcels that never come. **Tells** LineReturned, which a credit note follows.
/// **Never** changes an order, and never decides by anything but a pack or a person of the office.
///
/// Invariants: no more units of a line are returned than were ordered; a return is settled once,
/// with its money, allotment, stock and event in one transaction; shares of a line's amounts add up
/// to the line's.
@ApplicationModule(
        allowedDependencies = {
            "ordering",
            "catalogue",
            "programme",
            "payment",
            "tax",
            "organisation",
            "pack",
            "pack::model",
            "document",
            "notification",
            "audit",
            "agenda",
            "identity",
            "ui",
            "words"
        })
@NullMarked
package org.passerelle.returns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
