/// # notification: letters that are sent once
///
/// **Owns** every letter written to somebody: stored with its cause, sent by mail later, kept to be
/// read again; which mailings a person wants, and the addresses at which they leave them. **Asks**
/// `vault` to seal what letters say. **Tells** who left a mailing. **Never** knows what a letter is
/// about (the module that has something to say writes it), and never keeps in clear what one says.
@ApplicationModule(allowedDependencies = {"vault"})
@NullMarked
package org.passerelle.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
