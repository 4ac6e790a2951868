/// # vault: secrets at rest
///
/// **Owns** the product's key and how secrets are sealed with it: product keys, discount codes,
/// letters. **Asks** nobody. **Tells** nobody. **Never** keeps what it seals: each module stores
/// its own sealed bytes.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.passerelle.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
