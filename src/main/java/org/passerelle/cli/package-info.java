/// # cli: the program at the command line
///
/// **Owns** the commands `passerelle pack …`: checking a pack, trying one. **Asks** pack for what a
/// pack says, programme and ordering for what it decides. **Tells** nobody. **Never** starts Spring
/// or opens a database: a person who writes a pack waits for every run.
@ApplicationModule(allowedDependencies = {"pack", "pack :: model", "programme", "ordering"})
@NullMarked
package org.passerelle.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
