package org.passerelle.payment.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Cause;
import org.passerelle.ledger.Posting;
import org.passerelle.ledger.Posting.Line;
import org.passerelle.payment.Incoming;
import org.passerelle.payment.Means;
import org.passerelle.payment.MoneyAccounts;
import org.passerelle.payment.Payable;
import org.passerelle.payment.PayableRef;
import org.passerelle.payment.Payout;
import org.passerelle.payment.TakenBack;

/// What stands in the books of one office for what happens to money (PAY-05): each thing that
/// happens is one posting under a cause of its own.
///
/// @param zone tells the day of what has only a moment
/// @param account of the office's account
public record Postings(OfficeId office, ZoneId zone, String account) {

    /// What a posting is for.
    public record Bill(PayableRef ref, OrganisationId organisation) {}

    /// It is owed from now on; empty for a bill of nothing.
    public Optional<Posting> expected(Bill bill, Money amount, Instant at) {
        return amount.isZero()
                ? Optional.empty()
                : Optional.of(
                        of(
                                day(at),
                                new Cause("expected", bill.ref().toString()),
                                bill,
                                Account.customer(bill.organisation()),
                                Account.ordered(bill.organisation()),
                                amount));
    }

    /// It is owed no more; empty for a bill of nothing.
    public Optional<Posting> withdrawn(Bill bill, Money amount, Instant at) {
        return amount.isZero()
                ? Optional.empty()
                : Optional.of(
                        of(
                                day(at),
                                new Cause("withdrawn", bill.ref().toString()),
                                bill,
                                Account.ordered(bill.organisation()),
                                Account.customer(bill.organisation()),
                                amount));
    }

    /// Money came: to where such money stands, less what its carrier kept.
    public Posting received(Bill bill, Incoming money) {
        var source = MoneyAccounts.of(money.means(), account);
        var lines = new ArrayList<Line>();
        var fee = money.fee().orElse(Money.zero(money.amount().getCurrencyUnit()));
        lines.add(Line.debit(source, money.amount().minus(fee)));
        if (fee.isPositive()) {
            lines.add(Line.debit(MoneyAccounts.costs(money.means()), fee));
        }
        lines.add(Line.credit(Account.customer(bill.organisation()), money.amount()));
        return new Posting(
                office,
                money.on(),
                new Cause("receipt", money.reference()),
                Optional.of(bill.organisation()),
                bill.ref().toString(),
                lines);
    }

    /// Money of a receipt was taken back, from where it stood.
    public Posting takenBack(Bill bill, TakenBack taken) {
        var lines = new ArrayList<Line>();
        lines.add(Line.debit(Account.customer(bill.organisation()), taken.amount()));
        taken.costs().ifPresent(it -> lines.add(Line.debit(MoneyAccounts.costs(taken.out()), it)));
        var all = taken.costs().map(taken.amount()::plus).orElse(taken.amount());
        lines.add(Line.credit(MoneyAccounts.of(taken.out(), account), all));
        return new Posting(
                office,
                taken.on(),
                new Cause("taken-back", taken.reference()),
                Optional.of(bill.organisation()),
                bill.ref().toString(),
                lines);
    }

    /// A cheque is at the bank.
    public Posting banked(Bill bill, Payable.Receipt cheque, LocalDate on) {
        return of(
                on,
                new Cause("banked", cheque.bankReference()),
                bill,
                MoneyAccounts.clearing(account),
                MoneyAccounts.of(Means.CHEQUE, account),
                cheque.amount());
    }

    /// What was promised back goes nowhere.
    public Posting dropped(Payout payout, Instant at) {
        return of(
                day(at),
                new Cause("payout-dropped", turn(payout)),
                payout,
                MoneyAccounts.payouts(payout.means()),
                Account.customer(payout.organisation().orElseThrow()));
    }

    /// It was to go nowhere, and goes after all.
    public Posting restored(Payout payout, Instant at) {
        return of(
                day(at),
                new Cause("payout-restored", turn(payout)),
                payout,
                Account.customer(payout.organisation().orElseThrow()),
                MoneyAccounts.payouts(payout.means()));
    }

    /// Money is promised back: to an organisation, or out of the queue.
    public Posting due(Payout payout) {
        var source =
                payout.organisation()
                        .map(Account::customer)
                        .orElseGet(() -> MoneyAccounts.clearing(account));
        return of(
                day(payout.dueAt()),
                new Cause("payout", payout.id().toString()),
                payout,
                source,
                MoneyAccounts.payouts(payout.means()));
    }

    /// It left.
    public Posting sent(Payout payout, LocalDate on) {
        return of(
                on,
                new Cause("payout-sent", turn(payout)),
                payout,
                MoneyAccounts.payouts(payout.means()),
                MoneyAccounts.of(payout.means(), account));
    }

    /// It had left and is here again: it is promised still.
    public Posting cameBack(Payout payout, LocalDate on) {
        return of(
                on,
                new Cause("payout-returned", turn(payout)),
                payout,
                MoneyAccounts.of(payout.means(), account),
                MoneyAccounts.payouts(payout.means()));
    }

    /// It goes by another means than `before`; empty where it is the same.
    public Optional<Posting> directed(Means before, Payout payout, Instant at) {
        return before == payout.means()
                ? Optional.empty()
                : Optional.of(
                        of(
                                day(at),
                                new Cause("payout-directed", turn(payout)),
                                payout,
                                MoneyAccounts.payouts(before),
                                MoneyAccounts.payouts(payout.means())));
    }

    private static String turn(Payout payout) {
        return payout.id() + "/" + payout.turn();
    }

    private Posting of(
            LocalDate on, Cause cause, Bill bill, Account debit, Account credit, Money amount) {
        return Posting.of(
                office,
                on,
                cause,
                Optional.of(bill.organisation()),
                bill.ref().toString(),
                debit,
                credit,
                amount);
    }

    private Posting of(LocalDate on, Cause cause, Payout payout, Account debit, Account credit) {
        return Posting.of(
                office,
                on,
                cause,
                payout.organisation(),
                payout.payable()
                        .map(PayableRef::toString)
                        .orElseGet(() -> "movement " + payout.movement().orElseThrow()),
                debit,
                credit,
                payout.amount());
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
