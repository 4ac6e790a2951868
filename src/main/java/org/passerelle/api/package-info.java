/// # api: JSON for partners' machines
///
/// **Owns** the addresses below `/api`, the problems they answer with, the answers kept by
/// Idempotency-Key, and their description in OpenAPI (OPS-03). **Asks** the faces of identity and
/// token. **Tells** nobody. **Never** decides: it translates a request into a question and an
/// outcome into JSON.
@ApplicationModule(
        allowedDependencies = {
            "agenda",
            "identity",
            "token",
            "programme",
            "organisation",
            "pack",
            "pack::model",
            "notification",
            "ui"
        })
@NullMarked
package org.passerelle.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
