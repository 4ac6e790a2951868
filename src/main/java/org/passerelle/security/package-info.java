/// # security: the doors of the site
///
/// **Owns** which role may open which address, the session behind a cookie, CSRF tokens and the
/// headers of every answer. **Asks** identity who somebody is, ui for nothing. **Tells** nobody.
/// **Never** decides about one organisation's things: the delivery modules ask for membership on
/// every request.
@ApplicationModule(allowedDependencies = {"identity"})
@NullMarked
package org.passerelle.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
