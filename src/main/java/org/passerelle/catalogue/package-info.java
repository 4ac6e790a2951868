/// # catalogue: what can be had, what it costs, what is there
///
/// **Owns** the offers of the installed packs as readers see them (card, page, search, succession,
/// price with VAT), the stock ledger, the pools of discount codes, and who wants to be told when
/// something is back or a partner is new. **Asks** `pack` for offers, `programme` whether an
/// organisation may have them and how many are left, `organisation` for its country, `vault` to
/// seal codes, `audit` to keep who counted, `notification` to write to those who chose it.
/// **Tells** itself what came in. **Never** sells: it knows no order, only the cause it was given.
///
/// Invariants: stock is the sum of its movements and never below what is held; a code is given
/// once.
@ApplicationModule(
        allowedDependencies = {
            "programme",
            "tax",
            "organisation",
            "identity",
            "notification",
            "agenda",
            "words",
            "pack",
            "pack::model",
            "audit",
            "vault"
        })
@NullMarked
package org.passerelle.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
