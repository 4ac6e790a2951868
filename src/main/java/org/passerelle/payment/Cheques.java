package org.passerelle.payment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.payment.Cheque.Stage;
import org.passerelle.payment.domain.ChequeBook;
import org.passerelle.payment.domain.Payables;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face for cheques in hand, at the bank, bounced and on their way back (PAY-04). One is recorded
/// as any money is: by [Payments#record].
@Service
@Transactional
public class Cheques {
    private final ChequeBook cheques;
    private final Payables payables;
    private final Payments payments;
    private final Payouts payouts;
    private final OfficeBooks books;
    private final Audit audit;
    private final Clock clock;

    Cheques(
            ChequeBook cheques,
            Payables payables,
            Payments payments,
            Payouts payouts,
            OfficeBooks books,
            Audit audit,
            Clock clock) {
        this.cheques = cheques;
        this.payables = payables;
        this.payments = payments;
        this.payouts = payouts;
        this.books = books;
        this.audit = audit;
        this.clock = clock;
    }

    /// Newest first: `size` of them after the first `from`.
    @Transactional(readOnly = true)
    public List<Cheque> search(OfficeId office, Stage stage, int from, int size) {
        return cheques.search(office, stage, from, size);
    }

    @Transactional(readOnly = true)
    public int count(OfficeId office, Stage stage) {
        return cheques.count(office, stage);
    }

    @Transactional(readOnly = true)
    public Optional<Cheque> find(OfficeId office, String reference) {
        return cheques.find(office, reference);
    }

    /// It was taken to the bank on `on`, under the deposit's reference. False when it is not in
    /// hand.
    public boolean bank(Actor staff, OfficeId office, String cheque, LocalDate on, String deposit) {
        var found = held(office, cheque, Stage.IN_HAND);
        if (found.isEmpty()
                || !cheques.bank(
                        office, cheque, on, deposit.strip(), clock.instant(), staff.signature())) {
            return false;
        }
        var payable = payables.find(found.get().payable()).orElseThrow();
        var receipt =
                payable.receipts().stream()
                        .filter(it -> it.bankReference().equals(cheque))
                        .findFirst()
                        .orElseThrow();
        books.post(books.of(office).banked(payable.bill(), receipt, on));
        keep(staff, found.get(), "cheque.banked", receipt.amount() + " " + deposit.strip());
        return true;
    }

    /// The bank did not pay it, or it turned out not to be one: what it paid for waits again. False
    /// when it is neither in hand nor at the bank.
    ///
    /// @param costs what the bank took for that; nothing is none
    public boolean bounced(
            Actor staff, OfficeId office, String cheque, LocalDate on, String why, Money costs) {
        var banked = held(office, cheque, Stage.BANKED);
        var found =
                banked.or(() -> held(office, cheque, Stage.IN_HAND))
                        .or(() -> held(office, cheque, Stage.TO_SEND_BACK));
        if (found.isEmpty()) {
            return false;
        }
        var taken =
                new TakenBack(
                                cheque,
                                found.get().amount(),
                                on,
                                cheque + " bounced",
                                why.strip(),
                                banked.isPresent() ? Means.TRANSFER : Means.CHEQUE,
                                Optional.empty())
                        .withCosts(costs);
        return payments.takeBack(staff, found.get().payable(), taken)
                instanceof TakeBackOutcome.Taken;
    }

    /// It was posted back on `on`. False when it is not to go back.
    public boolean sentBack(
            Actor staff, OfficeId office, String cheque, LocalDate on, String under) {
        return held(office, cheque, Stage.TO_SEND_BACK)
                .flatMap(Cheque::payout)
                .filter(payout -> payouts.sent(staff, payout, under, on))
                .isPresent();
    }

    /// The cheque where it is in that stage, with what it is for held until the transaction ends.
    private Optional<Cheque> held(OfficeId office, String reference, Stage stage) {
        cheques.find(office, reference).map(Cheque::payable).ifPresent(payables::lock);
        return cheques.find(office, reference).filter(cheque -> cheque.stage() == stage);
    }

    private void keep(Actor actor, Cheque cheque, String action, String detail) {
        audit.record(
                new AuditEntry(
                        actor,
                        action,
                        new AuditSubject(cheque.payable().kind(), cheque.payable().number()),
                        Optional.of(cheque.organisation()),
                        detail.strip()));
    }
}
