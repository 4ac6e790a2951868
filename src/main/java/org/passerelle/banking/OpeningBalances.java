package org.passerelle.banking;

import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.banking.domain.BankBooks;
import org.passerelle.kernel.OfficeId;
import org.passerelle.ledger.Cause;
import org.passerelle.ledger.Ledger;
import org.passerelle.ledger.Posting;
import org.passerelle.payment.MoneyAccounts;
import org.springframework.stereotype.Component;

/// Keeps in the books what stood at the bank before the first statement (PAY-05).
@Component
class OpeningBalances {
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final BankBooks books;
    private final Ledger ledger;

    OpeningBalances(BankBooks books, Ledger ledger) {
        this.books = books;
        this.ledger = ledger;
    }

    /// Posts what is missing until the books say what the statements known by now begin with: most
    /// often nothing. An earlier statement that came later moves the balance to its own first day.
    void keep(OfficeId office, String account, CurrencyUnit currency) {
        var opening = MoneyAccounts.opening(account);
        var posted =
                ledger.statement(office, opening, currency, FIRST, LAST, 0, Integer.MAX_VALUE)
                        .lines();
        var missing = new TreeMap<LocalDate, Money>();
        books.opening(office, account, currency).ifPresent(it -> missing.put(it.on(), it.amount()));
        posted.forEach(line -> missing.merge(line.on(), line.amount(), Money::plus));
        var turn = posted.size();
        for (var day : missing.entrySet()) {
            var amount = day.getValue();
            if (!amount.isZero()) {
                turn++;
                var bank = MoneyAccounts.bank(account);
                ledger.post(
                        Posting.of(
                                office,
                                day.getKey(),
                                new Cause("opening", account + " " + currency + "/" + turn),
                                Optional.empty(),
                                "account " + account,
                                amount.isPositive() ? bank : opening,
                                amount.isPositive() ? opening : bank,
                                amount.abs()));
            }
        }
    }
}
