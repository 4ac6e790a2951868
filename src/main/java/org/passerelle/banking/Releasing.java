package org.passerelle.banking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.banking.BankMovement.Decision;
import org.passerelle.banking.BankMovement.Kind;
import org.passerelle.banking.DecisionOutcome.CannotUndo.Why;
import org.passerelle.banking.domain.BankBooks;
import org.passerelle.banking.domain.TransferBook;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.Packs;
import org.passerelle.payment.Goods;
import org.passerelle.payment.Payable;
import org.passerelle.payment.Payments;
import org.passerelle.payment.Payout;
import org.passerelle.payment.TakeBackOutcome;
import org.passerelle.payment.TakenBack;
import org.springframework.stereotype.Component;

/// Takes money away again from what it was assigned to: for it was the wrong order, or for the bank
/// took it back (PAY-02).
@Component
class Releasing {
    private final BankBooks books;
    private final TransferBook transfers;
    private final Payments payments;
    private final List<Goods> goods;
    private final Packs packs;
    private final Clock clock;

    Releasing(
            BankBooks books,
            TransferBook transfers,
            Payments payments,
            List<Goods> goods,
            Packs packs,
            Clock clock) {
        this.books = books;
        this.transfers = transfers;
        this.payments = payments;
        this.goods = goods;
        this.packs = packs;
        this.clock = clock;
    }

    /// Why an assignment stays, if it does.
    Optional<Why> stays(Decision assigned) {
        var payable = payments.get(assigned.payable().orElseThrow());
        if (isTakenBack(payable, assigned)) {
            return Optional.of(Why.TAKEN_BACK);
        }
        if (goods.stream().anyMatch(it -> it.isHandedOver(payable.ref()))) {
            return Optional.of(Why.HANDED_OVER);
        }
        return payable.payouts().stream().anyMatch(it -> leaves(it, assigned))
                ? Optional.of(Why.GOES_BACK)
                : Optional.empty();
    }

    /// Whether money of this assignment left, or the bank was asked to send it.
    private boolean leaves(Payout payout, Decision assigned) {
        return payout.receipt().filter(assigned.reference()::equals).isPresent()
                && switch (payout.state()) {
                    case Payout.State.Sent _ -> true;
                    case Payout.State.Due _ ->
                            Optional.ofNullable(
                                            transfers
                                                    .inFiles(List.of(payout.id()))
                                                    .get(payout.id()))
                                    .filter(file -> file.turn() >= payout.turn())
                                    .isPresent();
                    case Payout.State.Failed _, Payout.State.Dropped _ -> false;
                };
    }

    /// The money of an assignment stands in the queue again, today.
    void toQueue(Actor actor, BankMovement movement, Decision assigned, String why) {
        var today = today(movement.office());
        taken(actor, movement, assigned, today, why);
        books.undo(movement, assigned, clock.instant(), actor.signature());
    }

    private LocalDate today(OfficeId office) {
        return clock.instant().atZone(packs.get(office).office().zone()).toLocalDate();
    }

    /// What a credit paid is owed again, as of the debit by which the bank took it back; what of it
    /// stood in the queue is gone.
    void takenBack(Actor actor, BankMovement credit, BankMovement debit) {
        var told = debit.movement();
        var why = told.returnReason().filter(it -> !it.isBlank()).orElse(told.text());
        for (var one : credit.decisions()) {
            if (one.stands() && one.kind() == Kind.ASSIGNED) {
                taken(actor, debit, one, told.bookedOn(), why);
                keep(actor, debit.id(), one.amount().negated(), Optional.of(one), why);
            }
        }
        if (credit.isOpen()) {
            var rest = credit.open();
            keep(actor, credit.id(), rest, Optional.empty(), why);
            keep(actor, debit.id(), rest.negated(), Optional.empty(), why);
        }
    }

    private void taken(
            Actor actor, BankMovement cause, Decision assigned, LocalDate on, String why) {
        var ref = assigned.payable().orElseThrow();
        var receipt = receipt(payments.get(ref), assigned).orElseThrow();
        var name = "B%d-%s-back".formatted(cause.number(), assigned.reference());
        var outcome = payments.takeBack(actor, ref, TakenBack.whole(receipt, on, name, why));
        if (!(outcome instanceof TakeBackOutcome.Taken)) {
            throw new IllegalStateException(ref + " keeps " + assigned + ": " + outcome);
        }
    }

    private void keep(
            Actor actor, MovementId id, Money amount, Optional<Decision> assigned, String why) {
        var movement = books.find(id).orElseThrow();
        books.decide(
                movement,
                new Decision(
                        movement.decisions().size() + 1,
                        Kind.TAKEN_BACK,
                        Optional.empty(),
                        amount,
                        assigned.flatMap(Decision::payable),
                        assigned.flatMap(Decision::organisation),
                        assigned.map(Decision::reference).orElse(""),
                        why,
                        false,
                        clock.instant(),
                        actor.signature(),
                        Optional.empty()));
    }

    /// Whether all of a credit that was assigned was taken back before.
    boolean isTakenBack(BankMovement credit) {
        var assigned =
                credit.decisions().stream()
                        .filter(Decision::stands)
                        .filter(one -> one.kind() == Kind.ASSIGNED)
                        .toList();
        return !assigned.isEmpty()
                && assigned.stream()
                        .allMatch(
                                one -> isTakenBack(payments.get(one.payable().orElseThrow()), one));
    }

    private static boolean isTakenBack(Payable payable, Decision assigned) {
        return payable.reversals().stream()
                .anyMatch(it -> it.what().receipt().equals(assigned.reference()));
    }

    private static Optional<Payable.Receipt> receipt(Payable payable, Decision assigned) {
        return payable.receipts().stream()
                .filter(it -> it.bankReference().equals(assigned.reference()))
                .findFirst();
    }
}
