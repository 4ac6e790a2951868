/// # programme: who may have what of a partner's programme, why, and how much is left
///
/// **Owns** eligibility decisions with their reasons, waivers, judgements, the allotment ledger.
/// **Asks** organisation for facts, pack for the rules, audit to keep who wrote what down, agenda
/// for the day's turn. **Tells** EligibilityChanged, OrderHistoryChanged. **Never** edits a past
/// decision or a balance: decisions are kept, balances are sums of the ledger's lines.
///
/// The rules themselves ([Eligibility], [AllotmentRules]) are pure: they need no database and no
/// clock, so `pack try` answers with the very code that the product runs.
@ApplicationModule(
        allowedDependencies = {
            "organisation",
            "identity",
            "pack",
            "pack::model",
            "notification",
            "audit",
            "agenda",
            "document",
            "words"
        })
@NullMarked
package org.passerelle.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
