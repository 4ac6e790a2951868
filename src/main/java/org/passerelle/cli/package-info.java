/// # cli: the program at the command line
///
/// **Owns** the commands `passerelle pack …`: checking a pack, trying one; `passerelle registry …`:
/// importing public registers; `passerelle bank …`: taking statements in. **Asks** pack for what a
/// pack says, programme and ordering for what it decides; registry and banking to import, on the
/// database of the settings. **Tells** nobody. **Never** serves a page; and for a pack neither
/// Spring nor a database: a person who writes one waits for every run.
@ApplicationModule(
        allowedDependencies = {
            "agenda",
            "banking",
            "database",
            "ordering",
            "pack",
            "pack :: model",
            "programme",
            "registry",
            "tax"
        })
@NullMarked
package org.passerelle.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
