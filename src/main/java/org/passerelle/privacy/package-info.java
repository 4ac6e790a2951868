/// # privacy: what every module says about the persons in its tables
///
/// **Owns** the question: which table holds what about a person, how it is shown to them, what goes
/// when they are forgotten, what stays and why (ACC-09). **Asks** nobody: each module answers with
/// a bean of [org.passerelle.privacy.PersonalData]. **Tells** nobody. **Never** holds data itself.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.passerelle.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
