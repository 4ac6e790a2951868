/// # database: where the data lives
///
/// **Owns** the connection: an embedded PostgreSQL in `./data`, or a server that one setting names.
/// **Asks** nobody. **Tells** nobody. **Never** knows a table: each module owns its own schema.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.passerelle.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
