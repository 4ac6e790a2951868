package org.passerelle.banking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.banking.BankMovement.Decision;
import org.passerelle.banking.BankMovement.Kind;
import org.passerelle.banking.BankMovement.Purpose;
import org.passerelle.banking.DecisionOutcome.AlreadyDecided;
import org.passerelle.banking.DecisionOutcome.CannotUndo;
import org.passerelle.banking.DecisionOutcome.CannotUndo.Why;
import org.passerelle.banking.DecisionOutcome.Done;
import org.passerelle.banking.DecisionOutcome.NoSuchPayable;
import org.passerelle.banking.DecisionOutcome.NotRecorded;
import org.passerelle.banking.DecisionOutcome.NotThatMuch;
import org.passerelle.banking.DecisionOutcome.NotThatOne;
import org.passerelle.banking.Match.Suggestion;
import org.passerelle.banking.MovementsFound.View;
import org.passerelle.banking.domain.AdviceBook;
import org.passerelle.banking.domain.BankBooks;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.payment.PayableRef;
import org.passerelle.payment.Payer;
import org.passerelle.payment.Payments;
import org.passerelle.payment.Payouts;
import org.passerelle.payment.RecordOutcome;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// Face of the banking module: statements in, what they bring decided (PAY-02).
@Service
@Transactional
public class Banking {
    private final BankBooks books;
    private final AdviceBook adviceBook;
    private final StatementsIn statementsIn;
    private final Expected expected;
    private final Assigning assigning;
    private final Releasing releasing;
    private final Payments payments;
    private final Payouts payouts;
    private final Audit audit;

    Banking(
            BankBooks books,
            AdviceBook adviceBook,
            StatementsIn statementsIn,
            Expected expected,
            Assigning assigning,
            Releasing releasing,
            Payments payments,
            Payouts payouts,
            Audit audit) {
        this.books = books;
        this.adviceBook = adviceBook;
        this.statementsIn = statementsIn;
        this.expected = expected;
        this.assigning = assigning;
        this.releasing = releasing;
        this.payments = payments;
        this.payouts = payouts;
        this.audit = audit;
    }

    /// Takes a bank's file in, whole or not at all. The same file, or one that shows the same days,
    /// brings nothing new.
    public ImportOutcome take(Actor actor, OfficeId office, String fileName, byte[] content) {
        return take(actor, office, fileName, content, ImportProgress.NOBODY);
    }

    /// As above, and says meanwhile how far it is.
    public ImportOutcome take(
            Actor actor,
            OfficeId office,
            String fileName,
            byte[] content,
            ImportProgress progress) {
        return statementsIn.take(actor, office, fileName, content, progress);
    }

    /// The installed offices whose account a file tells of; none where it cannot be read.
    public List<OfficeId> officesOf(byte[] content) {
        return statementsIn.officesOf(content);
    }

    @Transactional(readOnly = true)
    public MovementsFound movements(OfficeId office, View view, int from, int size) {
        return new MovementsFound(
                books.movements(office, view, from, size), books.count(office, view));
    }

    @Transactional(readOnly = true)
    public int count(OfficeId office, View view) {
        return books.count(office, view);
    }

    /// The movement that people of an office call by this number.
    @Transactional(readOnly = true)
    public Optional<BankMovement> numbered(OfficeId office, long number) {
        return books.numbered(office, number);
    }

    @Transactional(readOnly = true)
    public Optional<BankMovement> find(MovementId id) {
        return books.find(id);
    }

    /// For each of these movements of an office, what it may be for; the likeliest first.
    @Transactional(readOnly = true)
    public Map<MovementId, List<Suggestion>> suggestions(
            OfficeId office, List<BankMovement> movements) {
        var credits = movements.stream().filter(one -> one.open().isPositive()).toList();
        var suggestions = new LinkedHashMap<MovementId, List<Suggestion>>();
        if (credits.isEmpty()) {
            return suggestions;
        }
        var matches =
                expected.pool(office).match(credits.stream().map(BankMovement::movement).toList());
        for (var i = 0; i < matches.size(); i++) {
            suggestions.put(
                    credits.get(i).id(),
                    switch (matches.get(i)) {
                        case Match.Certain(var one) -> List.of(one);
                        case Match.Undecided(var several) -> several;
                    });
        }
        return suggestions;
    }

    /// Earlier credits that a debit seems to take back, the newest first.
    @Transactional(readOnly = true)
    public List<BankMovement> takenBack(BankMovement debit) {
        return debit.amount().isNegative() ? assigning.takenBackBy(debit) : List.of();
    }

    /// Every statement of an office, the newest first.
    @Transactional(readOnly = true)
    public List<BankStatement> statements(OfficeId office) {
        return books.statements(office);
    }

    @Transactional(readOnly = true)
    public Optional<BankStatement> statement(StatementId id) {
        return books.statement(id);
    }

    /// What reports and advices told of bookings, the newest first.
    @Transactional(readOnly = true)
    public List<Advice> advices(OfficeId office, int from, int size) {
        return adviceBook.search(office, from, size);
    }

    @Transactional(readOnly = true)
    public int countAdvices(OfficeId office) {
        return adviceBook.count(office);
    }

    /// The file a statement came in, as the bank wrote it.
    @Transactional(readOnly = true)
    public Optional<OriginalFile> original(StatementId id) {
        return books.original(id);
    }

    /// Where an office's money went that came (`credits`) or left: by what was decided, and under
    /// no kind what is open. Together these are all movements.
    @Transactional(readOnly = true)
    public Map<Optional<Kind>, Money> sums(
            OfficeId office, CurrencyUnit currency, boolean credits) {
        return books.sums(office, currency, credits);
    }

    /// How an office's payable is billed that people call by its number.
    public static PayableRef billed(OfficeId office, String number) {
        return Expected.billed(office, number);
    }

    /// Records what is open of a movement, or parts of it, for what it pays. All parts are recorded
    /// or none.
    public DecisionOutcome assign(Actor staff, MovementId id, Map<PayableRef, Money> shares) {
        var movement = books.lock(id).orElseThrow();
        if (!movement.isOpen()) {
            return new AlreadyDecided(movement);
        }
        var open = movement.open();
        var wrong =
                shares.values().stream()
                        .anyMatch(share ->
                                !share.isPositive()
                                        || !share.getCurrencyUnit().equals(open.getCurrencyUnit()));
        if (wrong || shares.isEmpty()) {
            return new NotThatMuch(open);
        }
        if (Money.total(shares.values()).isGreaterThan(open)) {
            return new NotThatMuch(open);
        }
        var missing =
                shares.keySet().stream()
                        .filter(ref ->
                                payments.find(ref)
                                        .filter(one -> one.office().equals(movement.office()))
                                        .isEmpty())
                        .findFirst();
        if (missing.isPresent()) {
            return new NoSuchPayable(missing.get().number());
        }
        var recorded = new ArrayList<RecordOutcome>();
        for (var share : shares.entrySet()) {
            var outcome = assigning.assign(staff, id, share.getKey(), share.getValue(), false);
            if (!Assigning.isKept(outcome)) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return new NotRecorded(share.getKey(), outcome);
            }
            recorded.add(outcome);
        }
        return new Done(books.find(id).orElseThrow(), recorded);
    }

    /// What is open of a credit goes back to the account it came from; where the bank does not tell
    /// that, to one that is said of the payout.
    public DecisionOutcome sendBack(Actor staff, MovementId id, String reason) {
        var movement = books.lock(id).orElseThrow();
        if (movement.open().isNegative()) {
            return new NotThatMuch(movement.open());
        }
        if (!movement.isOpen()) {
            return new AlreadyDecided(movement);
        }
        var from = movement.movement().counterparty();
        payouts.sendBack(
                staff,
                movement.office(),
                Assigning.part(movement, movement.decisions().size() + 1),
                movement.open(),
                Payer.of(from.name(), from.account()),
                reason);
        assigning.decide(staff, movement, Kind.SENT_BACK, movement.open(), reason, false);
        keep(staff, movement, "banking.sent-back", reason);
        return new Done(books.find(id).orElseThrow(), List.of());
    }

    /// What is open of a movement pays nothing that the office sells, be it money that came or
    /// left. Of what was set aside before this says anew what it is.
    ///
    /// @param reason in the words of who decides; may be empty where the purpose says all
    public DecisionOutcome setAside(Actor staff, MovementId id, Purpose purpose, String reason) {
        var movement = books.lock(id).orElseThrow();
        var before = movement.setAside();
        if (!movement.isOpen() && before.isPresent()) {
            assigning.undo(staff, movement, before.get());
            movement = books.find(id).orElseThrow();
        }
        if (!movement.isOpen()) {
            return new AlreadyDecided(movement);
        }
        assigning.setAside(staff, movement, purpose, reason, false);
        keep(staff, movement, "banking.set-aside", reason);
        return new Done(books.find(id).orElseThrow(), List.of());
    }

    /// Sets aside what is open of several movements of an office, all or none. What was decided
    /// meanwhile stays as it is, and so does another office's.
    ///
    /// @return how many were set aside
    public int setAside(
            Actor staff,
            OfficeId office,
            Collection<MovementId> ids,
            Purpose purpose,
            String reason) {
        // Held in one order, so that two who set aside the same ones wait and do not stop each
        // other; what is not open is not held at all.
        var open =
                books.all(ids).stream()
                        .filter(one -> one.office().equals(office) && one.isOpen())
                        .flatMap(one -> books.lock(one.id()).stream())
                        .filter(BankMovement::isOpen)
                        .toList();
        for (var movement : open) {
            assigning.setAside(staff, movement, purpose, reason, false);
            keep(staff, movement, "banking.set-aside", reason);
        }
        return open.size();
    }

    /// Takes the last decision back: money that was assigned stands in the queue again and what it
    /// paid waits for payment, unless something of that was handed over.
    ///
    /// @param why kept with an assignment that is taken back
    public DecisionOutcome undo(Actor staff, MovementId id, String why) {
        var movement = books.lock(id).orElseThrow();
        var stays = stays(movement);
        if (stays.isPresent()) {
            return new CannotUndo(stays.get());
        }
        var last = movement.undoable().orElseThrow();
        if (last.kind() == Kind.ASSIGNED) {
            releasing.toQueue(staff, movement, last, why);
        } else {
            assigning.undo(staff, movement, last);
        }
        keep(staff, movement, "banking.undone", last.reason());
        return new Done(books.find(id).orElseThrow(), List.of());
    }

    /// Why the last decision about a movement stays; empty where it can be taken back.
    @Transactional(readOnly = true)
    public Optional<Why> stays(BankMovement movement) {
        var last = movement.undoable();
        return last.isEmpty()
                ? Optional.of(Why.GONE)
                : last.filter(one -> one.kind() == Kind.ASSIGNED).flatMap(releasing::stays);
    }

    /// What a credit paid is owed again, for the bank took the credit back by this debit.
    ///
    /// @param number of the credit
    public DecisionOutcome takeBack(Actor staff, MovementId debitId, long number) {
        var debit = books.lock(debitId).orElseThrow();
        if (!debit.isOpen()) {
            return new AlreadyDecided(debit);
        }
        var credit = books.numbered(debit.office(), number).flatMap(one -> books.lock(one.id()));
        var fits =
                credit.filter(one -> one.amount().equals(debit.open().negated()))
                        .filter(one -> one.amount().isPositive())
                        .filter(one -> one.account().equals(debit.account()))
                        .filter(one ->
                                one.decisions().stream()
                                        .filter(Decision::stands)
                                        .allMatch(done -> done.kind() == Kind.ASSIGNED))
                        .filter(one -> !releasing.isTakenBack(one));
        if (fits.isEmpty()) {
            return new NotThatOne(number);
        }
        releasing.takenBack(staff, fits.get(), debit);
        keep(staff, debit, "banking.taken-back", Long.toString(fits.get().number()));
        return new Done(books.find(debitId).orElseThrow(), List.of());
    }

    /// Whether the bank took this credit back after it was assigned.
    @Transactional(readOnly = true)
    public boolean isTakenBack(BankMovement credit) {
        return releasing.isTakenBack(credit);
    }

    private void keep(Actor staff, BankMovement movement, String action, String detail) {
        audit.record(
                new AuditEntry(
                        staff,
                        action,
                        AuditSubject.of("movement", movement.number()),
                        Optional.empty(),
                        movement.amount() + " " + detail));
    }
}
