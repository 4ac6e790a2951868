/// # cli: the program at the command line
///
/// **Owns** the commands `passerelle pack …`: checking a pack, trying one; and `passerelle registry
/// …`: importing public registers. **Asks** pack for what a pack says, programme and ordering for
/// what it decides; registry to import, on the database of the settings. **Tells** nobody.
/// **Never** starts the server; and for a pack neither Spring nor a database: a person who writes
/// one waits for every run.
@ApplicationModule(
        allowedDependencies = {
            "agenda",
            "database",
            "ordering",
            "pack",
            "pack :: model",
            "programme",
            "registry"
        })
@NullMarked
package org.passerelle.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
