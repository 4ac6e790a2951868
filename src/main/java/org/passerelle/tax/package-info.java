/// # tax: which taxes a sale bears, and why
///
/// **Owns** what a tax is, how it is rounded, and which ones a sale bears by the dated rates of the
/// pack. **Asks** `pack` for rates. **Tells** nobody. **Never** knows an order or an invoice.
///
/// Invariants: each tax is rounded half up, once for each line, by that line alone; a tax is never
/// negative.
@ApplicationModule(allowedDependencies = {"pack", "pack::model"})
@NullMarked
package org.passerelle.tax;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
