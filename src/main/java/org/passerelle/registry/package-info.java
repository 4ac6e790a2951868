/// # registry: public registers of nonprofits
///
/// **Owns** the registers that are installed, their entries with all that changed in them, every
/// import, and the search in them: by number, by name and place. **Asks** nobody. **Tells** nobody.
/// **Never** decides that an organisation is what it says: it finds entries and says in what they
/// differ; `verification` and its reviewers judge.
///
/// Invariants: a file is taken in whole or not at all, in one transaction, so that a reader sees
/// the register before it or after it; entries are never deleted; who no longer stands in a
/// register, or stands in one of the removed, is never active; a name alone never proves who
/// somebody is. What a register's file looks like is data (`packs/registers`).
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.passerelle.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
