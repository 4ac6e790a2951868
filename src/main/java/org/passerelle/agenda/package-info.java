/// # agenda: what is due when
///
/// **Owns** the product's clock, which a demo may move forward, and everything that falls due
/// later. **Asks** nobody. **Tells** whoever registered a kind of entry that one fell due.
/// **Never** decides what a due entry means, and never keeps one only in memory.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.passerelle.agenda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
