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
import org.passerelle.payment.Payout.State;
import org.passerelle.payment.domain.Account.Standing;
import org.passerelle.payment.domain.Payables;
import org.passerelle.payment.domain.PayoutBook;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face for money on its way back: whoever carries a means takes what is due, and reports what left
/// and what did not (ORD-09).
@Service
@Transactional
public class Payouts {
    private final PayoutBook payouts;
    private final Payables payables;
    private final OfficeBooks books;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Payouts(
            PayoutBook payouts,
            Payables payables,
            OfficeBooks books,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.payouts = payouts;
        this.payables = payables;
        this.books = books;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Payout> find(PayoutId id) {
        return payouts.find(id);
    }

    /// Payouts of an office, oldest first, of what is over newest first: `size` of them after the
    /// first `from`.
    @Transactional(readOnly = true)
    public List<Payout> search(OfficeId office, PayoutQuery query, int from, int size) {
        return payouts.search(office, query, from, size);
    }

    @Transactional(readOnly = true)
    public int count(OfficeId office, PayoutQuery query) {
        return payouts.count(office, query);
    }

    /// Money of the queue goes back to who sent it: nothing was found that it is for. Asking again
    /// for the same movement answers the same payout.
    ///
    /// @param movement names the movement, or the part of it, in the office for ever
    /// @throws IllegalStateException when another amount of that movement is on its way already
    public Payout sendBack(
            Actor staff, OfficeId office, String movement, Money amount, Payer to, String reason) {
        var payout =
                new Payout(
                        PayoutId.random(),
                        office,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(movement),
                        Means.TRANSFER,
                        amount,
                        to,
                        reason,
                        new State.Due(),
                        1,
                        clock.instant(),
                        staff.signature());
        if (!payouts.add(payout)) {
            var known = payouts.ofMovement(office, movement).orElseThrow();
            if (!known.amount().equals(amount)) {
                throw new IllegalStateException(movement + " goes back already: " + known);
            }
            return known;
        }
        books.post(books.of(office).due(payout));
        keep(staff, payout, "payout.due", amount + " " + reason);
        events.publishEvent(new PayoutDue(payout.id(), office, payout.means()));
        return payout;
    }

    /// It left on `on`, a day of the bank or of PayPal, under `reference`. False when that is known
    /// already; what it says then is not changed.
    ///
    /// @throws java.util.NoSuchElementException when there is no such payout
    public boolean sent(Actor actor, PayoutId id, String reference, LocalDate on) {
        var payout = held(id);
        if (payout.state() instanceof State.Sent) {
            return false;
        }
        if (payout.state() instanceof State.Dropped) {
            payout = restored(payout);
        }
        var sent = payout.in(new State.Sent(on, reference.strip()));
        payouts.save(sent);
        books.post(books.of(sent.office()).sent(sent, on));
        keep(actor, sent, "payout.sent", sent.amount() + " " + reference.strip());
        events.publishEvent(new PayoutSent(id, sent.payable(), sent.amount()));
        return true;
    }

    /// It did not leave; or, when it had left, it came back on `on`. Staff direct it anew. False
    /// when it is known to have failed.
    ///
    /// @throws java.util.NoSuchElementException when there is no such payout
    public boolean failed(Actor actor, PayoutId id, String why, LocalDate on) {
        var payout = held(id);
        if (payout.state() instanceof State.Failed || payout.state() instanceof State.Dropped) {
            return false;
        }
        var failed = payout.in(new State.Failed(why.strip()));
        if (payout.state() instanceof State.Sent) {
            books.post(books.of(failed.office()).cameBack(failed, on));
            // Sending it once more is another turn, with postings of its own.
            failed = failed.directed(failed.means(), failed.to()).in(failed.state());
        }
        keepFailed(actor, failed, why);
        return true;
    }

    /// Who carries its means cannot send it. False where it is no longer due as it was `asked` for:
    /// staff may have sent it by hand meanwhile, or directed it another way, and what was heard of
    /// the former does not make that come back.
    ///
    /// @throws java.util.NoSuchElementException when there is no such payout
    public boolean refused(Actor actor, Payout asked, String why) {
        var payout = held(asked.id());
        if (!(payout.state() instanceof State.Due) || payout.turn() != asked.turn()) {
            return false;
        }
        keepFailed(actor, payout.in(new State.Failed(why.strip())), why);
        return true;
    }

    private void keepFailed(Actor actor, Payout failed, String why) {
        payouts.save(failed);
        keep(actor, failed, "payout.failed", failed.amount() + " " + why.strip());
        events.publishEvent(new PayoutFailed(failed.id(), failed.payable(), why.strip()));
    }

    /// It is due once more, by that means and to that account: after it failed, or where nobody
    /// knew the account. Empty when it has left, or goes nowhere.
    ///
    /// @throws java.util.NoSuchElementException when there is no such payout
    public Optional<Payout> direct(Actor staff, PayoutId id, Means means, Payer to) {
        var payout = held(id);
        if (payout.state() instanceof State.Sent || payout.state() instanceof State.Dropped) {
            return Optional.empty();
        }
        var anew = payout.directed(means, to);
        payouts.save(anew);
        books.post(books.of(anew.office()).directed(payout.means(), anew, clock.instant()));
        keep(staff, anew, "payout.directed", anew.amount() + " " + to.account().orElse(""));
        events.publishEvent(new PayoutDue(id, anew.office(), means));
        return Optional.of(anew);
    }

    /// It goes nowhere: what it was made of was taken back.
    void drop(Actor actor, Payout payout, String why) {
        var dropped = payout.in(new State.Dropped(why));
        payouts.save(dropped);
        books.post(books.of(dropped.office()).dropped(dropped, clock.instant()));
        keep(actor, dropped, "payout.dropped", dropped.amount() + " " + why);
    }

    /// It had left before anybody could hold it: what is owed is more by as much.
    private Payout restored(Payout payout) {
        var anew = payout.directed(payout.means(), payout.to());
        payouts.save(anew);
        books.post(books.of(anew.office()).restored(anew, clock.instant()));
        var bill = payables.lock(anew.payable().orElseThrow()).orElseThrow();
        if (bill.account().afterTakenBack() == Standing.AWAITING
                && bill.standing() == Standing.SETTLED) {
            payables.reopen(bill);
        }
        return anew;
    }

    /// The payout, held until the transaction ends; what it is for before it, as whoever takes
    /// money back holds both.
    private Payout held(PayoutId id) {
        payouts.find(id).flatMap(Payout::payable).ifPresent(payables::lock);
        return payouts.lock(id).orElseThrow();
    }

    private void keep(Actor actor, Payout payout, String action, String detail) {
        var subject =
                payout.payable()
                        .map(ref -> new AuditSubject(ref.kind(), ref.number()))
                        .orElseGet(() ->
                                new AuditSubject("movement", payout.movement().orElseThrow()));
        audit.record(new AuditEntry(actor, action, subject, payout.organisation(), detail.strip()));
    }
}
