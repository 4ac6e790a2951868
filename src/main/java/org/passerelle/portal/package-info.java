/// # portal: pages for members and the public
///
/// **Owns** what visitors and members see: pages, and what they post. **Asks** the faces of the
/// modules below. **Tells** nobody. **Never** decides: it translates a request into a question and
/// an outcome into a page.
@ApplicationModule(
        allowedDependencies = {
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
            "returns",
            "paypal",
            "programme",
            "security",
            "tax",
            "token",
            "trail",
            "ui",
            "verification",
            "words"
        })
@NullMarked
package org.passerelle.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
