/// # trail: what was done, in words
///
/// **Owns** nothing: it says the lines of the trail, kept with codes, in a reader’s words. **Asks**
/// `pack` for the names of offers, partners and reasons, `organisation` and `identity` for those of
/// whom a line names, `verification` for those of facts. **Tells** nobody. **Never** shows a line
/// to anybody: who may read which line the pages decide.
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "identity",
            "organisation",
            "pack",
            "pack::model",
            "verification",
            "words"
        })
@NullMarked
package org.passerelle.trail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
