/// # backoffice: pages for the people of the office
///
/// **Owns** what staff sees: queues, cases, lists, and what they post. **Asks** the faces of the
/// modules below. **Tells** nobody. **Never** decides: it translates a request into a question and
/// an outcome into a page.
@ApplicationModule(
        allowedDependencies = {
            "agenda",
            "audit",
            "banking",
            "catalogue",
            "document",
            "help",
            "identity",
            "ledger",
            "notification",
            "invoicing",
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
            "trail",
            "ui",
            "verification",
            "words"
        })
@NullMarked
package org.passerelle.backoffice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
