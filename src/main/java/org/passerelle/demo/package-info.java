/// # demo: a house that is lived in
///
/// **Owns** demo accounts and a story of fictive organisations, told in `packs/demo`, and the
/// made-up registers beside it. **Asks** the faces of all modules, as their pages do. **Tells**
/// nobody. **Never** writes into a table, and never acts unless `passerelle.demo` is on and nobody
/// is registered yet.
@ApplicationModule(
        allowedDependencies = {
            "agenda",
            "banking",
            "catalogue",
            "identity",
            "invoicing",
            "notification",
            "ordering",
            "organisation",
            "pack",
            "pack::model",
            "payment",
            "paypal",
            "programme",
            "registry",
            "returns",
            "tax",
            "token",
            "ui",
            "verification"
        })
@NullMarked
package org.passerelle.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
