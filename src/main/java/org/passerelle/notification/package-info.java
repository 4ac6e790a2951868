/// # notification: letters that are sent once
///
/// **Owns** every letter written to somebody: stored with its cause, sent by mail later, kept to be
/// read again. **Asks** nobody. **Tells** nobody. **Never** knows what a letter is about: the
/// module that has something to say writes it.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.passerelle.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
