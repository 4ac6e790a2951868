package org.passerelle.banking;

import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.banking.BankMovement.Purpose;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Cause;
import org.passerelle.ledger.Ledger;
import org.passerelle.ledger.Posting;
import org.passerelle.payment.Means;
import org.passerelle.payment.MoneyAccounts;
import org.springframework.stereotype.Component;

/// Posts what statements show, each movement once, and what is set aside of it (PAY-05). What a
/// movement pays, or what was promised and leaves by it, is posted by `payment` against the same
/// clearing account: so the bank's account is what its statements say.
@Component
class BankPostings {
    private final Ledger ledger;

    BankPostings(Ledger ledger) {
        this.ledger = ledger;
    }

    /// A statement shows it.
    void booked(BankMovement movement) {
        post(
                movement,
                new Cause("movement", movement.id().toString()),
                MoneyAccounts.clearing(movement.account()),
                MoneyAccounts.bank(movement.account()),
                movement.amount());
    }

    /// A part of it, with its sign, pays nothing that the office sells.
    void setAside(BankMovement movement, int position, Purpose purpose, Money part) {
        ofPurpose(purpose)
                .ifPresent(account ->
                        post(
                                movement,
                                new Cause("set-aside", movement.id() + "/" + position),
                                account,
                                MoneyAccounts.clearing(movement.account()),
                                part));
    }

    /// That decision is taken back.
    void undone(BankMovement movement, int position, Purpose purpose, Money part) {
        ofPurpose(purpose)
                .ifPresent(account ->
                        post(
                                movement,
                                new Cause("set-aside-undone", movement.id() + "/" + position),
                                MoneyAccounts.clearing(movement.account()),
                                account,
                                part));
    }

    /// Empty for what clears what somebody posted before.
    private static Optional<Account> ofPurpose(Purpose purpose) {
        return switch (purpose) {
            case BANK_COSTS -> Optional.of(MoneyAccounts.costs(Means.TRANSFER));
            case PAYPAL -> Optional.of(MoneyAccounts.of(Means.PAYPAL, ""));
            case RECORDED -> Optional.empty();
            case OTHER -> Optional.of(MoneyAccounts.other());
        };
    }

    private void post(
            BankMovement movement, Cause cause, Account credit, Account debit, Money amount) {
        ledger.post(
                Posting.of(
                        movement.office(),
                        movement.movement().bookedOn(),
                        cause,
                        Optional.empty(),
                        "movement " + movement.number(),
                        amount.isPositive() ? debit : credit,
                        amount.isPositive() ? credit : debit,
                        amount.abs()));
    }
}
