package org.passerelle.banking;

import org.passerelle.banking.BankMovement.Kind;
import org.passerelle.banking.domain.TransferBook;
import org.passerelle.kernel.Actor;
import org.passerelle.payment.Payout;
import org.passerelle.payment.Payouts;
import org.springframework.stereotype.Component;

/// Sees on a statement that a transfer the office asked for has left, or came back (ORD-09).
@Component
class TransfersSeen {
    private final TransferBook transfers;
    private final Payouts payouts;
    private final Assigning assigning;

    TransfersSeen(TransferBook transfers, Payouts payouts, Assigning assigning) {
        this.transfers = transfers;
        this.payouts = payouts;
        this.assigning = assigning;
    }

    /// Whether this movement is such a transfer, to the cent; then it is reported and decided.
    boolean asked(Actor bank, BankMovement movement) {
        var told = movement.movement();
        var endToEnd = told.bank().endToEnd();
        if (endToEnd.isEmpty()) {
            return false;
        }
        var payout =
                transfers
                        .asked(movement.office(), endToEnd)
                        .flatMap(one -> payouts.find(one.payout()))
                        .filter(one -> one.amount().equals(told.amount().abs()));
        if (payout.isEmpty()) {
            return false;
        }
        var id = payout.get().id();
        if (movement.amount().isNegative()) {
            var servicer = told.bank().servicer();
            payouts.sent(bank, id, servicer.isEmpty() ? endToEnd : servicer, told.bookedOn());
        } else if (payout.get().state() instanceof Payout.State.Sent) {
            payouts.failed(bank, id, told.returnReason().orElse(told.text()), told.bookedOn());
        } else {
            return false;
        }
        assigning.decide(
                bank,
                movement,
                Kind.PAID_OUT,
                movement.amount(),
                told.returnReason().orElse(""),
                true);
        return true;
    }
}
