package org.passerelle.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Account.Kind;
import org.passerelle.ledger.Ledger;
import org.passerelle.ledger.Posting.Line;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Compares what stands in the books with the documents it comes from, both as they were at one
/// instant: money that comes too late is sent back by a listener, at any time.
public final class MoneyBooks {
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Ledger ledger;
    private final Payments payments;
    private final TransactionTemplate instant;

    public MoneyBooks(Ledger ledger, Payments payments, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.payments = payments;
        this.instant = new TransactionTemplate(transactions);
        this.instant.setReadOnly(true);
        this.instant.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /// An organisation's balances are its bills, receipts and payouts, to the cent.
    public void agree(String story, OfficeId office, OrganisationId organisation) {
        instant.executeWithoutResult(_ -> compare(story, office, organisation));
    }

    private void compare(String story, OfficeId office, OrganisationId organisation) {
        var bills = payments.ofOrganisation(organisation);
        var currency = CurrencyUnit.EUR;
        var billed = sum(bills, MoneyBooks::billed);
        var received = sum(bills, Payable::received);
        var returned = sum(bills, Payable::returned);
        var payouts =
                bills.stream()
                        .flatMap(bill -> bill.payouts().stream())
                        .filter(Payout::counts)
                        .toList();
        var lines =
                ledger.entries(organisation, FIRST, LAST).stream()
                        .flatMap(entry -> entry.posting().lines().stream())
                        .toList();

        assertThat(ledger.balance(office, Account.customer(organisation), currency))
                .as(story + ": what it owes")
                .isEqualTo(billed.minus(received).plus(returned));
        assertThat(ledger.balance(office, Account.ordered(organisation), currency))
                .as(story + ": what it ordered")
                .isEqualTo(billed.negated());
        for (var means : Means.values()) {
            assertThat(of(lines, MoneyAccounts.payouts(means)::equals))
                    .as(story + ": promised back by " + means)
                    .isEqualTo(
                            payouts.stream()
                                    .filter(it -> it.means() == means)
                                    .filter(it -> !(it.state() instanceof Payout.State.Sent))
                                    .map(Payout::amount)
                                    .reduce(Money.zero(currency), Money::plus)
                                    .negated());
        }
        var sent =
                payouts.stream()
                        .filter(it -> it.state() instanceof Payout.State.Sent)
                        .map(Payout::amount)
                        .reduce(Money.zero(currency), Money::plus);
        assertThat(of(lines, MoneyBooks::isHere))
                .as(story + ": what came and is still here")
                .isEqualTo(received.minus(sent));
        assertThat(of(lines, _ -> true)).as(story + ": all of it").isEqualTo(Money.zero(currency));
        bills.forEach(bill -> soundly(story, bill));
    }

    private static Money billed(Payable bill) {
        return bill.state() == Payable.State.WITHDRAWN
                ? Money.zero(bill.amount().getCurrencyUnit())
                : bill.amount();
    }

    private static boolean isHere(Account account) {
        return List.of(Kind.BANK, Kind.PAYPAL, Kind.CHEQUES, Kind.CLEARING, Kind.PAYMENT_COSTS)
                .contains(account.kind());
    }

    /// Never more goes back than came, over no receipt more than it brought, unless it was taken
    /// back; what waits for money misses some, and what is settled misses none.
    private static void soundly(String story, Payable bill) {
        var came = sum(bill.receipts(), Payable.Receipt::amount);
        var taken = sum(bill.reversals(), it -> it.what().amount());
        var payouts = bill.payouts().stream().filter(Payout::counts).toList();
        assertThat(bill.received()).as(story).isEqualTo(came.minus(taken));
        if (bill.reversals().isEmpty()) {
            assertThat(bill.returned()).as(story).isLessThanOrEqualTo(came);
        }
        assertThat(sum(payouts, Payout::amount)).as(story).isEqualTo(bill.returned());
        var here = bill.received().minus(bill.returned());
        switch (bill.state()) {
            case AWAITING -> {
                assertThat(here).as(story).isLessThan(bill.owed());
                assertThat(bill.missing()).as(story).isEqualTo(bill.owed().minus(here));
            }
            case SETTLED -> assertThat(here).as(story).isGreaterThanOrEqualTo(bill.owed());
            case WITHDRAWN -> assertThat(bill.missing().isZero()).as(story).isTrue();
        }
        for (var receipt : bill.receipts()) {
            var gone =
                    sum(
                            bill.reversals().stream()
                                    .filter(it ->
                                            it.what().receipt().equals(receipt.bankReference()))
                                    .toList(),
                            it -> it.what().amount());
            assertThat(gone).as(story).isLessThanOrEqualTo(receipt.amount());
            if (gone.isPositive()) {
                continue; // what was dropped may have left all the same, after more was promised
            }
            var back =
                    payouts.stream()
                            .filter(it -> it.receipt().orElse("").equals(receipt.bankReference()))
                            .toList();
            assertThat(sum(back, Payout::amount)).as(story).isLessThanOrEqualTo(receipt.amount());
        }
    }

    /// The books of an office sum to zero.
    public void balance(OfficeId office) {
        var all = ledger.trialBalance(office, CurrencyUnit.EUR, FIRST, LAST).all();
        assertThat(all.closing().isZero()).isTrue();
        assertThat(all.debit()).isEqualTo(all.credit());
    }

    private static Money of(List<Line> lines, Predicate<Account> which) {
        return sum(
                lines.stream().filter(line -> which.test(line.account())).toList(), Line::amount);
    }

    private static <T> Money sum(List<T> all, Function<T, Money> amount) {
        return all.stream().map(amount).reduce(Money.zero(CurrencyUnit.EUR), Money::plus);
    }
}
