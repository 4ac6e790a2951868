/// # pack: the programmes as data
///
/// **Owns** packs: reading, checking, versioning and serving them, their JSON Schema, and which are
/// installed. **Asks** nobody. **Tells** PackInstalled. **Never** decides anything for an
/// organisation: it says what the rules are, `programme` applies them.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.passerelle.pack;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
