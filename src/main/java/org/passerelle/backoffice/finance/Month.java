package org.passerelle.backoffice.finance;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.ledger.Account.Kind;
import org.passerelle.ledger.TrialBalance;
import org.passerelle.ledger.TrialBalance.OfAccount;
import org.passerelle.ledger.TrialBalance.Sum;

/// What the books of an office say of one month in one currency: every figure is the sum of lines
/// that the ledger shows (PAY-05).
///
/// @param fees what was invoiced without tax less what was credited, the largest first
/// @param taxes the same of each tax
/// @param means accounts at banks and at PayPal, cheques in hand
/// @param returned what left for whoever had paid, less what of that came back
record Month(
        YearMonth month,
        TrialBalance books,
        List<Fees> fees,
        List<OfAccount> taxes,
        List<OfAccount> means,
        Money returned) {

    /// @param partner and `kind` as the pack writes them
    record Fees(String partner, String kind, Money amount) {
        static Fees of(OfAccount account) {
            var key = account.account().key();
            var split = key.lastIndexOf(':');
            return new Fees(
                    split < 0 ? key : key.substring(0, split),
                    split < 0 ? "" : key.substring(split + 1),
                    earned(account.sum()));
        }
    }

    static Month of(
            YearMonth month,
            TrialBalance books,
            List<OfAccount> fees,
            List<OfAccount> taxes,
            List<OfAccount> means,
            Money returned) {
        return new Month(
                month,
                books,
                fees.stream()
                        .map(Fees::of)
                        .filter(one -> !one.amount().isZero())
                        .sorted(
                                Comparator.comparing(Fees::amount)
                                        .reversed()
                                        .thenComparing(Fees::partner)
                                        .thenComparing(Fees::kind))
                        .toList(),
                taxes.stream().filter(one -> !earned(one.sum()).isZero()).toList(),
                List.copyOf(means),
                returned);
    }

    /// What an account of income or tax gained in the month: credits less debits.
    static Money earned(Sum sum) {
        return sum.credit().minus(sum.debit());
    }

    CurrencyUnit currency() {
        return books.currency();
    }

    Sum sum(Kind kind) {
        return sum(books, kind);
    }

    private static Sum sum(TrialBalance books, Kind kind) {
        var zero = Money.zero(books.currency());
        return books.kinds().stream()
                .filter(one -> one.kind() == kind)
                .map(TrialBalance.OfKind::sum)
                .findFirst()
                .orElse(new Sum(zero, zero, zero));
    }

    /// Fees invoiced in the month, without tax.
    Money invoiced() {
        return invoiced(books);
    }

    /// The same of any days.
    static Money invoiced(TrialBalance books) {
        return earned(sum(books, Kind.FEES));
    }

    /// Tax invoiced in the month.
    Money taxed() {
        return earned(sum(Kind.TAX));
    }

    /// Promised back and not gone by the month's end.
    Money toReturn() {
        return sum(Kind.PAYOUTS).closing().negated();
    }

    /// On the bank account and cleared by nothing at the month's end; below zero where more was
    /// recorded than the statements show.
    Money queued() {
        return sum(Kind.CLEARING).closing().negated();
    }

    /// Ordered and not invoiced by the month's end.
    Money toInvoice() {
        return sum(Kind.ORDERED).closing().negated();
    }

    /// Owed by organisations at the month's end, less what they have with the office.
    Money owed() {
        return sum(Kind.CUSTOMER).closing();
    }

    /// Fees of each kind of offer, in the order of their names.
    List<Fees> byKind() {
        return fees.stream()
                .map(Fees::kind)
                .distinct()
                .sorted()
                .map(kind ->
                        new Fees(
                                "",
                                kind,
                                fees.stream()
                                        .filter(one -> one.kind().equals(kind))
                                        .map(Fees::amount)
                                        .reduce(Money.zero(currency()), Money::plus)))
                .toList();
    }

    /// The kinds of account that hold money.
    static Stream<Kind> holding() {
        return Stream.of(Kind.BANK, Kind.PAYPAL, Kind.CHEQUES);
    }
}
