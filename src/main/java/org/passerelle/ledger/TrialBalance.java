package org.passerelle.ledger;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.ledger.Account.Kind;

/// The sums of all accounts of an office in one currency over some days, by kind. What was before,
/// what moved and what is after each sum to zero, always (PAY-05).
public record TrialBalance(CurrencyUnit currency, List<OfKind> kinds) {
    public TrialBalance {
        kinds = List.copyOf(kinds);
    }

    /// @param accounts how many accounts of the kind have lines
    public record OfKind(Kind kind, int accounts, Sum sum) {}

    public record OfAccount(Account account, Sum sum) {}

    /// Accounts of one kind: one page of `total`.
    public record Accounts(List<OfAccount> accounts, int total) {
        public Accounts {
            accounts = List.copyOf(accounts);
        }
    }

    /// @param opening the balance before the first day
    /// @param debit the sum of debits of those days
    /// @param credit the sum of credits of those days, as a positive amount
    public record Sum(Money opening, Money debit, Money credit) {
        /// The balance after the last day.
        public Money closing() {
            return opening.plus(debit).minus(credit);
        }

        Sum plus(Sum other) {
            return new Sum(
                    opening.plus(other.opening),
                    debit.plus(other.debit),
                    credit.plus(other.credit));
        }
    }

    /// Of all accounts: its opening and closing are zero, its debit is its credit.
    public Sum all() {
        var zero = Money.zero(currency);
        return kinds.stream().map(OfKind::sum).reduce(new Sum(zero, zero, zero), Sum::plus);
    }
}
