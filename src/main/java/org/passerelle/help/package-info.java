/// # help: what people read, and what they ask the office for
///
/// **Owns** the articles people read instead of asking, as a pack holds them, and requests of the
/// kinds a pack knows: their fields, messages both ways, promised time and state; comments on
/// articles, which staff reads before others do. **Asks** `pack` for the kinds, `ordering` whether
/// an order is the asker's, `document` for what comes with them, `agenda` to close what is not
/// replied to, `vault` to seal a visitor's link to a request. **Tells** nobody; it writes letters.
/// **Never** does what is asked for: staff does, with the module it belongs to.
@ApplicationModule(
        allowedDependencies = {
            "pack",
            "pack::model",
            "notification",
            "audit",
            "agenda",
            "document",
            "organisation",
            "identity",
            "ordering",
            "vault",
            "words"
        })
@NullMarked
package org.passerelle.help;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
