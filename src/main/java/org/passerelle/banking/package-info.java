/// # banking: what the bank says came and went
///
/// **Owns** bank statements as the bank gave them, their movements, which movement was decided how,
/// files of transfers for the bank. **Asks** `payment` what is owed and to record what came,
/// `ledger` to post what stands in the queue, `organisation` for names, `pack` for an office's
/// account, `audit` to keep who decided. **Tells** nobody: `payment` tells what a receipt settled.
/// **Never** forgets money: what came is assigned, in the queue, sent back or set aside, and the
/// sums agree.
///
/// Invariants: a statement whose balances do not reconcile is refused whole; the same movement in
/// two statements is one; a movement is never changed or deleted; what is decided about one never
/// exceeds its amount.
@ApplicationModule(
        allowedDependencies = {"audit", "ledger", "organisation", "pack", "pack::model", "payment"})
@NullMarked
package org.passerelle.banking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
