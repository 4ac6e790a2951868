/// # identity: people, their secrets, their roles; machines and their keys
///
/// **Owns** accounts, passwords, one-time links, roles, API keys, and how often somebody may try.
/// **Asks** notification, audit, agenda (for the clock). **Tells** nobody. **Never** says whether
/// an account exists, knows an organisation, or keeps a secret it can do without: only hashes of
/// passwords, links and keys are stored.
@ApplicationModule(allowedDependencies = {"notification", "audit", "agenda"})
@NullMarked
package org.passerelle.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
