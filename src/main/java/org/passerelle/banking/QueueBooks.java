package org.passerelle.banking;

import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Cause;
import org.passerelle.ledger.Ledger;
import org.passerelle.ledger.Posting;
import org.passerelle.payment.MoneyAccounts;
import org.springframework.stereotype.Component;

/// Posts what stands in the queue: money that came and was not yet found a purpose. What leaves the
/// queue for an order or back to its sender is posted by `payment` (PAY-05).
@Component
class QueueBooks {
    private final Ledger ledger;

    QueueBooks(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Money came.
    void came(BankMovement credit) {
        post(credit, "movement", credit.id().toString(), credit.amount(), true);
    }

    /// What stood in the queue is none of the office's sales, or the bank took it back.
    void left(BankMovement credit, String kind, int position, Money amount) {
        post(credit, kind, credit.id() + "/" + position, amount, false);
    }

    /// It stands in the queue again.
    void isBack(BankMovement credit, String kind, int position, Money amount) {
        isBackOn(credit.movement().bookedOn(), credit, kind, position, amount);
    }

    /// It stands in the queue again as of a day.
    void isBackOn(LocalDate day, BankMovement credit, String kind, int position, Money amount) {
        post(day, credit, kind, credit.id() + "/" + position, amount, true);
    }

    private void post(BankMovement movement, String kind, String key, Money amount, boolean into) {
        post(movement.movement().bookedOn(), movement, kind, key, amount, into);
    }

    private void post(
            LocalDate day,
            BankMovement movement,
            String kind,
            String key,
            Money amount,
            boolean into) {
        Account bank = MoneyAccounts.bank(movement.account());
        Account queue = MoneyAccounts.unassigned(movement.account());
        ledger.post(
                Posting.of(
                        movement.office(),
                        day,
                        new Cause(kind, key),
                        Optional.empty(),
                        "movement " + movement.number(),
                        into ? bank : queue,
                        into ? queue : bank,
                        amount));
    }
}
