/// # kernel: values that every module speaks
///
/// **Owns** typed ids, the actor, languages, exact division of money, periods, the business
/// calendar, legal numbers, the form in which names are compared. **Asks** nobody. **Tells**
/// nobody. **Never** holds a service, a clock of its own, SQL or Spring.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.passerelle.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
