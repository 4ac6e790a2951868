/// # catalogue: what can be had, what it costs, what is there
///
/// **Owns** the offers of the installed packs as readers see them (card, page, search, succession,
/// price with VAT), the stock ledger and the pools of discount codes. **Asks** `pack` for offers,
/// `programme` whether an organisation may have them and how many are left, `organisation` for its
/// country, `vault` to seal codes, `audit` to keep who counted. **Tells** nothing yet. **Never**
/// sells: it knows no order, only the cause it was given.
///
/// Invariants: stock is the sum of its movements and never below what is held; a code is given
/// once.
@ApplicationModule(
        allowedDependencies = {
            "programme",
            "organisation",
            "pack",
            "pack::model",
            "audit",
            "vault"
        })
@NullMarked
package org.passerelle.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
