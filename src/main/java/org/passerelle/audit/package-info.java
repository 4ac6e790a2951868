/// # audit: who did what to whom, for whom, why
///
/// **Owns** the append-only trail (ACC-08). **Asks** nobody. **Tells** nobody. **Never** changes or
/// forgets a line: the database refuses it, whoever asks.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.passerelle.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
