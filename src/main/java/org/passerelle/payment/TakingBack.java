package org.passerelle.payment;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.kernel.Actor;
import org.passerelle.payment.domain.Account.Standing;
import org.passerelle.payment.domain.MoneyBack;
import org.passerelle.payment.domain.Payables;
import org.passerelle.payment.domain.Payables.Kept;
import org.passerelle.payment.domain.Payables.Taken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What happens when money that had come is taken back (PAY-03, PAY-04).
@Component
class TakingBack {
    private final Payables payables;
    private final Payouts payouts;
    private final OfficeBooks books;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TakingBack(
            Payables payables,
            Payouts payouts,
            OfficeBooks books,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.payables = payables;
        this.payouts = payouts;
        this.books = books;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// @param payable which the caller holds
    /// @param now how it is afterwards
    TakeBackOutcome back(Actor actor, Kept payable, TakenBack taken, Supplier<Payable> now) {
        var known = payables.taken(payable.office(), taken.reference());
        if (known.isPresent()) {
            return known.get().equals(new Taken(payable.ref(), taken))
                    ? new TakeBackOutcome.AlreadyTaken(now.get())
                    : new TakeBackOutcome.Differs();
        }
        var found =
                payable.receipts().stream()
                        .filter(it -> it.bankReference().equals(taken.receipt()))
                        .findFirst();
        if (found.isEmpty()) {
            return new TakeBackOutcome.NoSuchReceipt(taken.receipt());
        }
        var receipt = found.get();
        var most = receipt.amount().minus(MoneyBack.takenBack(receipt, payable.reversals()));
        if (!taken.amount().isSameCurrency(most)
                || !taken.amount().isPositive()
                || taken.amount().isGreaterThan(most)) {
            return new TakeBackOutcome.NotAnAmount(taken.amount(), most);
        }
        var reversal = new Payable.Reversal(taken, clock.instant(), actor.signature());
        if (!payables.takeBack(payable, reversal)) {
            return new TakeBackOutcome.Differs(); // another payable's, in this very moment
        }
        books.post(books.of(payable.office()).takenBack(payable.bill(), taken));
        keep(actor, payable, taken);
        var after = read(payable);
        MoneyBack.withoutCover(receipt, after.reversals(), after.payouts())
                .forEach(payout -> payouts.drop(actor, payout, taken.why()));
        var missing = standing(read(payable));
        events.publishEvent(
                new PaymentTakenBack(
                        payable.ref(), taken.amount(), missing, taken.reference(), taken.why()));
        return new TakeBackOutcome.Taken(now.get(), missing);
    }

    private Kept read(Kept payable) {
        return payables.lock(payable.ref()).orElseThrow();
    }

    /// It waits again where less is here than is owed; answers what is missing.
    private Money standing(Kept payable) {
        var account = payable.account();
        var standing = account.afterTakenBack();
        if (standing == Standing.AWAITING && payable.standing() == Standing.SETTLED) {
            payables.reopen(payable);
        } else if (standing == Standing.SETTLED && payable.standing() == Standing.AWAITING) {
            payables.settle(payable, clock.instant());
            events.publishEvent(new PaymentSettled(payable.ref(), payable.amount()));
        }
        return account.in(standing).missing();
    }

    private void keep(Actor actor, Kept payable, TakenBack taken) {
        audit.record(
                new AuditEntry(
                        actor,
                        "payment.taken-back",
                        new AuditSubject(payable.ref().kind(), payable.ref().number()),
                        Optional.of(payable.organisation()),
                        taken.amount() + " " + taken.why()));
    }
}
