package org.passerelle.payment.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.Money;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.payment.Payable;
import org.passerelle.payment.PayableQuery;
import org.passerelle.payment.PayableRef;
import org.passerelle.payment.Payout;
import org.passerelle.payment.StructuredCommunication;
import org.passerelle.payment.TakenBack;

/// Keeps what is owed and what came in; only ever adds receipts and repayments.
public interface Payables {

    /// One payable as it is kept; how it is paid follows from its office.
    record Kept(
            UUID id,
            PayableRef ref,
            OrganisationId organisation,
            OfficeId office,
            Account.Standing standing,
            Money amount,
            StructuredCommunication communication,
            Instant expectedAt,
            Optional<Instant> settledAt,
            Optional<Instant> withdrawnAt,
            Optional<LocalDate> lastDay,
            List<Payable.Receipt> receipts,
            List<Payable.Repayment> repayments,
            List<Payout> payouts,
            List<Payable.Reversal> reversals) {

        /// All that came and was not taken back.
        public Money received() {
            return sum(receipts, Payable.Receipt::amount)
                    .minus(sum(reversals, reversal -> reversal.what().amount()));
        }

        /// All that was noted to go back, except for what goes nowhere.
        public Money returned() {
            var dropped = payouts.stream().filter(payout -> !payout.counts()).toList();
            return sum(repayments, Payable.Repayment::amount).minus(sum(dropped, Payout::amount));
        }

        /// What came, was not taken back and does not go back: less than nothing where money that
        /// had gone back was taken back, too.
        public Money here() {
            return received().minus(returned());
        }

        /// What is owed unless it was withdrawn: less what was given back after all.
        public Money billed() {
            var given = repayments.stream().filter(Payable.Repayment::lowersOwed).toList();
            return amount.minus(sum(given, Payable.Repayment::amount));
        }

        private <T> Money sum(List<T> all, Function<T, Money> amountOf) {
            return all.stream()
                    .map(amountOf)
                    .reduce(Money.zero(amount.getCurrencyUnit()), Money::plus);
        }

        /// What a posting of it is for.
        public Postings.Bill bill() {
            return new Postings.Bill(ref, organisation);
        }

        public Account account() {
            return new Account(billed(), here(), standing);
        }
    }

    /// A receipt found by its bank reference, and the payable it was for.
    record Booked(PayableRef ref, Payable.Receipt receipt) {}

    /// What was taken back, and of which payable.
    record Taken(PayableRef ref, TakenBack what) {}

    /// Keeps a new payable under a communication of its own; nothing happens when the reference is
    /// known.
    void add(
            PayableRef ref,
            OrganisationId organisation,
            OfficeId office,
            Money amount,
            Instant now);

    Optional<Kept> find(PayableRef ref);

    /// The payable, held until the transaction ends.
    Optional<Kept> lock(PayableRef ref);

    Optional<Kept> findBy(StructuredCommunication communication);

    /// Newest first.
    List<Kept> search(OfficeId office, PayableQuery query, int from, int size);

    int count(OfficeId office, PayableQuery query);

    List<Kept> all(List<PayableRef> refs);

    List<Kept> ofOrganisation(OrganisationId organisation);

    Optional<Booked> booked(OfficeId office, String bankReference);

    /// Adds a receipt; false when the office knows the bank's reference already.
    boolean book(Kept payable, Payable.Receipt receipt);

    /// Notes what goes back, and in which payouts.
    void repay(Kept payable, Payable.Repayment repayment, List<Payout> payouts);

    /// Notes what was taken back of a receipt; false when the office knows the reference already.
    boolean takeBack(Kept payable, Payable.Reversal reversal);

    /// What was taken back under that reference, and of which payable.
    Optional<Taken> taken(OfficeId office, String reference);

    /// Money is waited for until the end of `day`.
    void waitUntil(Kept payable, LocalDate day);

    /// It waits for money again.
    void reopen(Kept payable);

    void settle(Kept payable, Instant now);

    void withdraw(Kept payable, Instant now);

    /// Those billed before there was a ledger which are not posted yet.
    List<PayableRef> unposted();

    /// True once for each payable billed before there was a ledger: whoever hears it posts it.
    boolean toPost(Kept payable);

    /// Keeps the payouts of what was noted to go back before there were payouts.
    void goesBack(Kept payable, List<Payout> old);
}
