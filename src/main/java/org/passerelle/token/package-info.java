/// # token: proofs for partners
///
/// **Owns** validation tokens, their codes, every look of a partner at one, and with which partner
/// an organisation is validated. **Asks** organisation who may act and who is qualified, programme
/// for a partner's decision, vault to seal codes, notification to write. **Tells** nobody.
/// **Never** keeps a code in clear, and never takes back a validation because a token ended
/// (TOK-03).
@ApplicationModule(
        allowedDependencies = {
            "organisation",
            "programme",
            "pack",
            "pack::model",
            "notification",
            "audit",
            "identity",
            "vault",
            "words"
        })
@NullMarked
package org.passerelle.token;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
