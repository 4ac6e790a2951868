package org.passerelle.banking;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.banking.BankMovement.Kind;
import org.passerelle.banking.BankMovement.Purpose;
import org.passerelle.banking.ImportProgress.Step;
import org.passerelle.banking.domain.BankBooks;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.payment.PayableRef;
import org.passerelle.payment.RecordOutcome;
import org.springframework.stereotype.Component;

/// Decides about new movements what can be decided without asking (PAY-02).
@Component
class Deciding {
    /// As receipts show who recorded them.
    static final Actor BANK = new Actor.Product("bank statement");

    private final BankBooks books;
    private final Expected expected;
    private final Assigning assigning;
    private final TransfersSeen seen;

    Deciding(BankBooks books, Expected expected, Assigning assigning, TransfersSeen seen) {
        this.books = books;
        this.expected = expected;
        this.assigning = assigning;
        this.seen = seen;
    }

    /// Assigns what is certain and sets aside what left and takes nothing back; answers how many
    /// were assigned.
    int decide(OfficeId office, List<MovementId> added, ImportProgress progress) {
        if (added.isEmpty()) {
            return 0;
        }
        var pool = expected.pool(office);
        var movements = books.all(added);
        var payers =
                pool.named(
                        movements.stream().map(BankMovement::movement).toList(),
                        books.payers(
                                office,
                                movements.stream()
                                        .map(one -> one.movement().counterparty().account())
                                        .filter(account -> !account.isEmpty())
                                        .collect(Collectors.toSet())));
        var assigned = 0;
        var done = 0;
        for (var one : movements) {
            progress.at(Step.DECIDED, done++, movements.size());
            if (seen.asked(BANK, one)) {
                continue;
            }
            if (one.amount().isNegative()) {
                leaves(one);
            } else if (found(one, pool.match(one.movement(), payers))
                    .filter(ref -> pays(one, ref, pool))
                    .isPresent()) {
                assigned++;
            }
        }
        progress.at(Step.DECIDED, done, movements.size());
        return assigned;
    }

    /// What is certain, or what somebody recorded from the same statement before.
    private Optional<PayableRef> found(BankMovement movement, Match match) {
        return switch (match) {
            case Match.Certain(var sure) -> Optional.of(sure.owed().ref());
            case Match.Undecided(var several) ->
                    several.stream()
                            .map(one -> one.owed().ref())
                            .filter(ref -> assigning.isRecorded(movement, ref))
                            .findFirst();
        };
    }

    private boolean pays(BankMovement movement, PayableRef ref, Expected.Pool pool) {
        var outcome = assigning.assign(BANK, movement.id(), ref, movement.amount(), true);
        switch (outcome) {
            case RecordOutcome.Settled(var payable) -> pool.put(payable);
            case RecordOutcome.Short(var payable, _) -> pool.put(payable);
            case RecordOutcome.Over(var payable, _) -> pool.put(payable);
            case RecordOutcome.NoLongerOwed(var payable, _) -> pool.put(payable);
            case RecordOutcome.AlreadyRecorded(var payable) -> pool.put(payable);
            case RecordOutcome.Differs _,
                    RecordOutcome.OtherCurrency _,
                    RecordOutcome.NotAnAmount _ -> {}
        }
        return Assigning.isKept(outcome);
    }

    /// A debit that takes back a credit nobody decided yet is that credit's other half; one that
    /// takes back an assigned credit waits for a decision; any other is the office's own affair.
    private void leaves(BankMovement debit) {
        var earlier = assigning.takenBackBy(debit);
        var open = earlier.stream().filter(one -> one.open().equals(one.amount())).findFirst();
        if (open.isPresent()) {
            assigning.decide(BANK, open.get(), Kind.TAKEN_BACK, open.get().amount(), "", true);
            assigning.decide(BANK, debit, Kind.TAKEN_BACK, debit.amount(), "", true);
        } else if (earlier.isEmpty()) {
            assigning.setAside(BANK, debit, Purpose.OTHER, "", true);
        }
    }
}
